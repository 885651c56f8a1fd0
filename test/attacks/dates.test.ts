import { expect, it } from 'vitest'
import { approve, merge, propose, pushToMain, land, tip } from '../e2e/people.ts'
import { mayRead, MARTA, expectNothingGiven, entriesOf, givingCalls } from '../e2e/judging.ts'
import { asking, pathOf, request } from '../e2e/requests.ts'
import { inHouse } from './house.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { REPOSITORY } from '../../src/entry/commands/demo/company.ts'
import { HOUR } from '../e2e/house.ts'
const short=(r:any)=>console.log(r.code, r.text.replace(/<details>[\s\S]*?<\/details>/g,'').slice(0,1500), r.writes.map((w:any)=>w.op+' '+w.where))

it('date', () => inHouse(async (house) => {
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await house.run('apply')
  const text = request().replace('duration: 2h', 'from: 2026-12-01T08:00:00Z\nuntil: 2026-12-01T19:00:00Z')
  house.change((world) => push(world, { repository: REPOSITORY, by: 'tomas-vega', branch: 'main', files: {[pathOf('evil')]: text}, message: 'x', at:99999999999999 }))
  house.wait(3*HOUR)
  const ran = await house.run('apply').catch(e=>{console.log('THROWN',e)})
  if(ran)short(ran)
})())
it('ledger', () => inHouse(async (house) => {
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await house.run('apply')
  const g = house.record().find(e=>e.is==='granted')! as any
  house.forge([{...g, until: 9007199254740991, confirmed: 9007199254740991}, {...g, holding: '111122223333/policy/daypass/harbor/nope', until: 9007199254740991, confirmed: 9007199254740991}])
  house.wait(3*HOUR)
  const ran = await house.run('expire').catch(e=>{console.log('THROWN',e)})
  if(ran)short(ran)
  const ran2 = await house.run('apply').catch(e=>{console.log('THROWN',e)})
  if(ran2)short(ran2)
  console.log(mayRead(house, MARTA))
})())
it('head account id', () => inHouse(async (house) => {
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await house.run('apply')
  const aws = house.company.files.find(f=>f.path.endsWith('integrations/aws.yaml'))!.text!
  pushToMain(house, 'tomas', {'config/integrations/aws.yaml': aws.replace('id: "111122223333"','id: "999988887777"').replace('name: sandbox-dev\n    id: "777788889999"','name: sandbox-dev\n    id: "111100001111"')})
  house.change((world)=>({...world, aws:{...world.aws, accounts:{...world.aws.accounts, '999988887777': {...world.aws.accounts['444455556666']!, id:'999988887777'}}}}) as any)
  house.wait(60)
  pushToMain(house, 'tomas', {[pathOf('one')]: null})
  const ran = await house.run('expire'); short(ran)
  const ran2 = await house.run('apply'); short(ran2)
  console.log('still?', mayRead(house, MARTA), house.record().slice(-3))
})())
it('aws removed', () => inHouse(async (house) => {
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await house.run('apply')
  const main = house.company.files.find(f=>f.path.endsWith('rules/production.yaml'))
  pushToMain(house, 'tomas', {'config/integrations/aws.yaml': null, [pathOf('one')]: null, ...Object.fromEntries(house.company.files.filter(f=>f.path.includes('/rules/')).map(f=>[f.path,null]))})
  const ran = await house.run('expire'); short(ran)
  console.log('still?', mayRead(house, MARTA))
})())
it('installation', () => inHouse(async (house) => {
  land(house, { by: 'marta', files: {...asking('one'), ...asking('two',{action:'sqs:DeleteQueue'})}, approvedBy: ['tomas'] })
  await house.run('apply')
  const main = house.company.files.find(f=>f.path==='config/daypass.yaml')!.text!
  pushToMain(house, 'tomas', {'config/daypass.yaml': main.replace('installation: harbor','installation: harbour'), [pathOf('one')]: null})
  house.wait(600)
  const ran = await house.run('expire'); short(ran)
  const ran2 = await house.run('apply'); short(ran2)
  console.log('still?', mayRead(house, MARTA), house.record().slice(-3))
})())
