// Two people of the map would be found as one IAM user: neither is given anything there, before somebody holds the other's.

import { expect, it } from 'vitest'
import { mayRead, whatAnybodyMay } from '../e2e/judging.ts'
import { land, landSettings } from '../e2e/people.ts'
import { asking, STAGE } from '../e2e/requests.ts'
import { type House, inHouse } from './house.ts'

function addPartner(house: House, email: string): void {
  const people = house.company.files.find(({ path }) => path === 'config/people.yaml')?.text ?? ''
  const partner = `  marvin:\n    id: 9200001\n    login: marvin-kowal\n    email: ${email}\n    groups: [engineers]\n`
  landSettings(house, { 'config/people.yaml': `${people.trimEnd()}\n${partner}` })
  house.wait(60)
}

const ask = (house: House): number =>
  land(house, {
    by: 'tomas',
    files: asking('partner', { for: 'marvin', account: 'orders-stage' }),
    approvedBy: ['jonas', 'aiko'],
  })

it(
  'by the same local part at two companies, whatever its case',
  inHouse(async (house) => {
    addPartner(house, 'Marta.Kowal@partner.example')
    ask(house)
    const ran = await house.run('apply')
    expect([ran.code, whatAnybodyMay(house)], ran.text).toEqual([2, []])
    expect(ran.text).toContain('finds people by the part of their e-mail before the @, and marvin and marta share it')
  }),
)

it(
  'and somebody of whom there is one gets what was approved',
  inHouse(
    async (house) => {
      addPartner(house, 'marvin.kowal@partner.example')
      ask(house)
      const ran = await house.run('apply')
      expect(mayRead(house, 'marvin.kowal', STAGE), ran.text).toBe(true)
    },
    { 'orders-stage': { users: { 'marvin.kowal': {} } } },
  ),
)
