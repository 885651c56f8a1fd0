import { expect, it } from 'vitest'
import { approve, merge, propose, pushToMain, land, tip, landSettings } from '../e2e/people.ts'
import { mayRead, MARTA, expectNothingGiven, entriesOf, givingCalls, whatAnybodyMay } from '../e2e/judging.ts'
import { asking, pathOf, request } from '../e2e/requests.ts'
import { inHouse } from './house.ts'
import { push, forcePush } from '../../src/sandbox/github/actions/pushing.ts'
import { mergeCrafted } from '../../src/sandbox/github/actions/merging.ts'
import { REPOSITORY } from '../../src/entry/commands/demo/company.ts'
import { HOUR } from '../e2e/house.ts'
import { git, askGit } from '../../src/sandbox/git/run.ts'
const short=(r:any)=>console.log(r.code, r.text.replace(/<details>[\s\S]*?<\/details>/g,'').slice(0,1500), r.writes.map((w:any)=>w.op+' '+w.where))
const tryrun=async(house:any,c:any)=>{const r=await house.run(c).catch((e:any)=>{console.log('THROWN',e)}); if(r)short(r)}

it('date merged', () => inHouse(async (house) => {
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await house.run('apply')
  const text = request({for:'tomas'}).replace('duration: 2h', 'from: 2026-12-01T08:00:00Z\nuntil: 2026-12-01T19:00:00Z')
  const pull = propose(house, {by:'tomas', files:{[pathOf('evil')]: text}})
  house.change((world) => mergeCrafted(world, { repository: REPOSITORY, pull, by: 'tomas-vega', files: {[pathOf('evil')]: text}, at: house.now(), committedAt: 99999999999999 }))
  house.wait(3*HOUR)
  await tryrun(house,'apply')
  await tryrun(house,'expire')
})())
it('path', () => inHouse(async (house) => {
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await house.run('apply')
  const g=house.gitDirectory
  const blob=git(g,['hash-object','-w','--stdin'],'x')
  const tree=askGit(g,['mktree','-z'], Buffer.concat([Buffer.from(`100644 blob ${blob}\t`), Buffer.from([0xff,0xfe,0x41]), Buffer.from('\0')])).out.toString().trim()
  const bad = house.company.sandbox
  house.change((world) => push(world, { repository: REPOSITORY, by: 'tomas-vega', branch: 'main', files: {'config/requests/odd': {mode:'040000', oid: tree}, [pathOf('one')]: null}, message: 'x', at:house.now() }))
  house.wait(60)
  await tryrun(house,'expire')
  house.change((world) => push(world, { repository: REPOSITORY, by: 'tomas-vega', branch: 'main', files: {'config/requests/odd': null}, message: 'x', at:house.now() }))
  await tryrun(house,'expire')
  console.log('still', mayRead(house,MARTA))
})())
it('bytes', () => inHouse(async (house) => {
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await house.run('apply')
  const blob=git(house.gitDirectory,['hash-object','-w','--stdin'],'x'.repeat(1_000_000))
  const files=Object.fromEntries(Array.from({length:300},(_, i)=>[`config/requests/junk/${i}.bin`,{mode:'100644',oid:blob}]))
  house.change((world) => push(world, { repository: REPOSITORY, by: 'tomas-vega', branch: 'main', files: {...files, [pathOf('one')]: null}, message: 'x', at:house.now() }))
  house.wait(60)
  await tryrun(house,'expire')
  console.log('still', mayRead(house,MARTA))
})())
it('tag forged', () => inHouse(async (house) => {
  const { tagKey, membershipKey } = await import('../../src/modes/iam-user/naming.ts')
  const user = house.sandbox.world().aws.accounts['111122223333']!.users[MARTA]! as any
  const key = membershipKey('111122223333', user.id ?? user.userId, 'old-friends')
  console.log(Object.keys(user), key)
  house.change((world:any)=>{ const a=world.aws.accounts['111122223333']; const u={...a.users[MARTA], tags:{...a.users[MARTA].tags,[tagKey('harbor' , key)]:`${'f'.repeat(40)} 2027-01-01T00:00:00Z old-friends`}}; return {...world, aws:{...world.aws, accounts:{...world.aws.accounts,'111122223333':{...a, users:{...a.users,[MARTA]:u}}}}} })
  await tryrun(house,'expire')
  console.log((house.sandbox.world().aws.accounts['111122223333']!.users[MARTA]! as any))
}, {'orders-prod': {groups:{'old-friends':{}}, users:{[MARTA]:{groups:['old-friends']}}}} as any)())
it('foxtrot', () => inHouse(async (house) => {
  // settings change closes the gap: tomas is no approver any more
  const old = tip(house)
  const people = house.company.files.find(f=>f.path==='config/people.yaml')!.text!
  landSettings(house, {'config/people.yaml': people.replace('groups: [engineers, orders, orders-leads, oncall]','groups: [engineers, orders]')})
  house.wait(60)
  const newer = tip(house)
  // sanity
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await tryrun(house,'apply')
  const main2=tip(house)
  // foxtrot: first parent is old, second the present; tree that of old
  house.change((world)=>push(world,{repository: REPOSITORY, by:'tomas-vega', branch:'main', files:{}, parents:[old, main2], message:'Merge', at:house.now()}))
  house.wait(60)
  land(house, { by: 'marta', files: asking('two'), approvedBy: ['tomas'] })
  await tryrun(house,'apply')
  console.log('got', mayRead(house,MARTA))
})())
