// What an identity provider says of itself to whoever shall believe it (SAML 2.0, metadata).

export interface Speaker {
  /** The entityID. */
  readonly entity: string
  /** Base64. */
  readonly certificate: string
}

export const metadataOf = ({ entity, certificate }: Speaker): string =>
  `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor entityID="${entity}" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor></md:EntityDescriptor>`

/** As the sandbox's Okta names and signs an app. */
export const speakerOf = (app: string): Speaker => ({
  entity: `http://www.okta.com/${app.replace(/^0oa/, 'exk')}`,
  certificate: Buffer.from(`the certificate of ${app}, as long as a real one. `.repeat(18)).toString('base64'),
})
