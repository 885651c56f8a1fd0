// What the suite found, each seen to fail before it was mended; and one of each kind of mishap.

/** By story, the cases. */
export const FOUND: Readonly<Record<string, RegExp>> = {
  // A label that could not be made was taken for one that was set.
  'a-broken-request-holds-up-nobody': /step 2 .*: fail-before at github:DaypassGestures in {2}\(1\)$/,
  // What stands was told as blocked for good, once its account could not be read.
  'a-held-request-ends-alone': /step 7 .*: every other account is unreachable$/,
  // Whoever had it before went on being told that it is blocked, since no line of the record takes a reason back.
  'a-role-through-okta-is-given-and-taken': /step 3 .*: the other accounts are unreachable$/,
  // Whoever's grant was followed by another's on the same holding was never told that it is over.
  // And with the record lost a policy was copied as somebody had rewritten it since.
  'a-policy-whose-text-changed-stays-as-it-was-given':
    /step 16 .*: garbage at git:upload-pack in \S+ \(3\)$|step 6 .*: the record is lost$/,
  // What had expired was told as undone, since another grant on the same holding was.
  // And what is undone was told as blocked for good, once its account could not be read.
  'what-was-detached-by-hand-stays-away':
    /step 10 .*: (the schedule is dead for a week|every other account is unreachable)$/,
  // Whoever had left an app of Okta already went on being told as somebody who could not be taken out.
  'a-role-through-okta-is-emptied-while-okta-is-down': /step 14 .*: apply meanwhile at okta:DELETE/,
  // What was refused went on being told as waiting for GitHub.
  'a-merged-request-does-not-change': /step 10 .*: GitHub answers nothing, and apply/,
  'a-policy-is-given-and-ends':
    /step 7 .*: (dies after|hang|garbage|throttle) at iam:CreatePolicy|expire meanwhile at iam:Attach/,
  // An answer that is not Okta's was taken for done: whoever should have left a group stayed in it for good.
  'a-group-of-okta-is-given-and-ends':
    /step 7 .*: garbage at okta:PUT|step 11 .*: (dies before|garbage) at okta:DELETE/,
  // What was presumed ours with the record lost was presumed no more once a run had died over it.
  'a-lost-claim-of-an-ended-request-is-taken-back': /: (garbage|dies before) at sso:DeleteAccountAssignment/,
  // What our own hand took, and could only not tidy up after, was told as undone by somebody.
  'a-closing-account-is-emptied': /: garbage at iam:DeletePolicy/,
  // And in a place that left the settings, what was left was read no more.
  'an-account-that-left-without-closing-is-still-emptied': /: garbage at iam:DeletePolicy/,
  // Whoever's part of a thing had ended was told as ready, where the run that took it died before it could say so.
  // And while the record could not be read, a thing marked by the request that was deleted was taken from the other.
  'deleting-one-of-two-requests-leaves-the-other':
    /step 6 .*: (dies before at (iam:DeletePolicyVersion|git:receive-pack)|throttle at git:fetch-refs in \S+ \(4\)$)|step 11 .*: garbage at iam:DeletePolicy in/,
  // What was set back to what was approved went on being told as something that could not be taken, where tidying up failed.
  'what-was-widened-by-hand-is-narrowed-again': /step 6 .*: garbage at iam:DeletePolicyVersion/,
  // Why it could not be given before the hold came back went on being told.
  'a-held-person-loses-everything-until-the-hold-is-lifted':
    /step 12 .*: (every other account is unreachable|GitHub answers nothing, and apply)/,
  // What another run had taken meanwhile went on being told as something that could not be taken.
  'a-delegated-administrator-gives-and-takes': /step 7 .*: apply meanwhile at sso:DeletePermissionSet/,
  // What was presumed ours and taken was claimed for good, where the run that took it died before it could say so.
  'what-is-presumed-ours-is-taken-however-often-it-fails': /step 12 .*: dies before at git:receive-pack in \S+ \(2\)$/,
  // What only a former bundle gave was taken while the record could not be read.
  'a-bundle-that-changed-stays-as-it-was-given': /step 6 .*: throttle at git:fetch-refs in \S+ \(4\)$/,
}
