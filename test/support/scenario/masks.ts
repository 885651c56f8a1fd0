// What in a report differs from run to run or says nothing to people: numbered in the order in which it appears.

const MASKS: readonly { readonly is: RegExp; readonly called: string }[] = [
  { is: /\b[0-9a-f]{64}\b/g, called: 'digest' },
  { is: /\b[0-9a-f]{40}\b/g, called: 'commit' },
  { is: /\b[0-9a-f]{12}\b(?=` at )/g, called: 'commit' },
  { is: /(?<=Daypass\d+V)[0-9a-f]{40}/g, called: 'version' },
  { is: /(?<=-)[0-9a-z]{26}\b/g, called: '#' },
  { is: /(?<=\bdp)[a-z2-7]{13}\b/g, called: '#' },
  { is: /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}\b/g, called: 'user' },
  { is: /(?<=\b(ps|ssoins)-)[0-9a-f]{16}\b/g, called: '#' },
]

export function masked(text: string, url: string): string {
  let written = text.replaceAll(url, 'https://github.example')
  for (const { is, called } of MASKS) {
    const seen = new Map<string, number>()
    written = written.replace(is, (found) => {
      const number = seen.get(found) ?? seen.size + 1
      seen.set(found, number)
      return `${called}${number}`
    })
  }
  return written
}
