// Where the access levels of AWS's data are not what people mean by reading, writing and administering: reviewed by hand.

import type { Level } from '../model/permissions.ts'

export interface Override {
  /** IAM patterns; the first row that means an action decides. */
  readonly actions: readonly string[]
  readonly is: Level
  readonly because: string
}

/** Of actions that AWS calls List or Read, but that do more. */
const READING: readonly Override[] = [
  {
    actions: ['sqs:ReceiveMessage'],
    is: 'write',
    because: 'hides the messages from those who work them off',
  },
  { actions: ['logs:Unmask'], is: 'admin', because: 'shows what is masked on purpose' },
  { actions: ['ec2:GetPasswordData'], is: 'admin', because: "tells the administrator's password" },
  {
    actions: ['s3:AllowVendedLogDeliveryForResource', 'dynamodb:ReadDataForReplication'],
    is: 'admin',
    because: 'is what AWS itself needs, not people',
  },
  {
    actions: ['ssm:GetAccessToken'],
    is: 'write',
    because: 'hands out a token',
  },
]

/** What is worked with, day by day, though its name sounds like making or removing the thing itself. */
const WORK: readonly Override[] = [
  {
    actions: [
      's3:AbortMultipartUpload',
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:DeleteObjectAnnotation',
      's3:DeleteObjectVersionAnnotation',
      's3:PutObject',
      's3:PutObjectAnnotation',
      's3:PutObjectVersionAnnotation',
      's3:RestoreObject',
    ],
    is: 'write',
    because: 'changes what is in a bucket',
  },
  {
    actions: ['dynamodb:DeleteItem', 'dynamodb:PartiQLDelete', 'dynamodb:CreateBackup'],
    is: 'write',
    because: 'changes what is in a table, or keeps a copy of it',
  },
  { actions: ['sqs:DeleteMessage'], is: 'write', because: 'works off a message' },
  { actions: ['logs:CreateLogStream'], is: 'write', because: 'begins to write' },
  {
    actions: ['rds:CreateDBSnapshot', 'rds:CreateDBClusterSnapshot', 'ec2:CreateSnapshot', 'ec2:CreateSnapshots'],
    is: 'write',
    because: 'keeps a copy',
  },
  {
    actions: [
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:Generate*',
      'kms:ReEncrypt*',
      'kms:Sign',
      'kms:Verify*',
      'kms:Derive*',
    ],
    is: 'write',
    because: 'uses the key',
  },
  {
    actions: ['lambda:Invoke*', 'lambda:*DurableExecution*', 'states:Start*', 'states:Stop*', 'states:Send*'],
    is: 'write',
    because: 'runs what is there as it is',
  },
  {
    actions: ['ecr:PutImage', 'ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'],
    is: 'write',
    because: 'adds an image',
  },
  { actions: ['events:PutEvents', 'kinesis:PutRecord*', 'firehose:PutRecord*'], is: 'write', because: 'adds data' },
  {
    actions: [
      'ec2:StartInstances',
      'ec2:StopInstances',
      'ec2:RebootInstances',
      'rds:Start*',
      'rds:Stop*',
      'rds:Reboot*',
    ],
    is: 'write',
    because: 'starts and stops what is there',
  },
  { actions: ['rds:FailoverDBCluster'], is: 'write', because: 'is undone by doing it again' },
  {
    actions: ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecretVersionStage', 'secretsmanager:*Rotat*'],
    is: 'write',
    because: 'changes the value of a secret',
  },
]

/** What makes, removes or turns round the thing itself, or opens a way out of it or to the rights of another. */
const ADMINISTERING: readonly Override[] = [
  {
    actions: ['iam:*', 'sts:*', 'organizations:*', 'sso:*', 'cloudformation:*', 'codebuild:*', 'servicecatalog:*'],
    is: 'admin',
    because: 'acts with the rights of others',
  },
  {
    actions: ['s3:Put*', 's3:Update*', 's3:Replicate*', 's3:InitiateReplication', 's3:PauseReplication', 's3:Submit*'],
    is: 'admin',
    because: 'configures a bucket, or locks what is in it',
  },
  {
    actions: [
      'dynamodb:*Table*',
      'dynamodb:Replicate*',
      'dynamodb:*Replication',
      'dynamodb:*StreamingDestination',
      'dynamodb:UpdateContinuousBackups',
      'dynamodb:UpdateContributorInsights',
      'dynamodb:UpdateTimeToLive',
      'dynamodb:StartAwsBackupJob',
    ],
    is: 'admin',
    because: 'configures a table, or sends all of it elsewhere',
  },
  { actions: ['sqs:PurgeQueue', 'sqs:*MessageMoveTask'], is: 'admin', because: 'empties a whole queue at once' },
  {
    actions: [
      'sns:Subscribe',
      'sns:ConfirmSubscription',
      'sns:SetSubscriptionAttributes',
      'sns:PutDataProtectionPolicy',
    ],
    is: 'admin',
    because: 'lets messages go elsewhere for good',
  },
  {
    actions: ['secretsmanager:UpdateSecret', 'secretsmanager:*Replica*', 'secretsmanager:RestoreSecret'],
    is: 'admin',
    because: 'changes the key or the place of a secret',
  },
  { actions: ['kms:*'], is: 'admin', because: 'changes the key itself' },
  {
    actions: ['lambda:Update*', 'lambda:Put*', 'lambda:Publish*', 'lambda:Pass*', 'ecs:ExecuteCommand', 'ecs:RunTask'],
    is: 'admin',
    because: 'runs code of one’s own with the rights of another',
  },
  {
    actions: ['logs:Put*Filter', 'logs:Put*Policy', 'logs:Put*Destination*', 'logs:*KmsKey', 'logs:Integrate*'],
    is: 'admin',
    because: 'sends logs elsewhere, or decides how long they stay',
  },
  {
    actions: [
      'ec2:Modify*',
      'ec2:Run*',
      'ec2:*IamInstanceProfile*',
      'ec2:Attach*',
      'ec2:Detach*',
      'ec2:Associate*',
      'ec2:Disassociate*',
      'ec2:Replace*',
      'ec2:Import*',
      'ec2:Export*',
      'ec2:SendDiagnosticInterrupt',
    ],
    is: 'admin',
    because: 'changes what runs, or with whose rights',
  },
  {
    actions: ['rds:Modify*', 'rds:Restore*', 'rds:Add*', 'rds:Remove*', 'rds:Promote*', 'rds:Switchover*', 'rds:Copy*'],
    is: 'admin',
    because: 'changes what runs, or lets data out',
  },
  { actions: ['events:Put*', 'events:Remove*', 'states:Update*'], is: 'admin', because: 'runs things for good' },
  {
    actions: ['*:Create*', '*:Delete*', '*:Terminate*', '*:BatchDelete*', '*:Restore*'],
    is: 'admin',
    because: 'makes or removes the thing itself',
  },
]

/** Rows of `ADMINISTERING` and `WORK` are about what AWS calls Write, rows of `READING` about List and Read. */
export const OVERRIDES: Readonly<Record<'reading' | 'writing', readonly Override[]>> = {
  reading: READING,
  writing: [...WORK, ...ADMINISTERING],
}
