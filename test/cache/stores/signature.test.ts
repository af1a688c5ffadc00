import { describe, expect, it } from 'vitest'
import { signatureProblem } from '../../support/cache/signature.ts'

/** Examples of https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. */
const key = { id: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const common = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z' }
const authorization = (signed: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=${key.id}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signed},Signature=${signature}`

const examples = [
  {
    method: 'GET',
    target: '/test.txt',
    headers: {
      ...common,
      range: 'bytes=0-9',
      'x-amz-content-sha256': empty,
      authorization: authorization(
        'host;range;x-amz-content-sha256;x-amz-date',
        'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
      ),
    },
  },
  {
    method: 'PUT',
    target: '/test%24file.text',
    headers: {
      ...common,
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      authorization: authorization(
        'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
        '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
      ),
    },
  },
  {
    method: 'GET',
    target: '/?lifecycle',
    headers: {
      ...common,
      'x-amz-content-sha256': empty,
      authorization: authorization(
        'host;x-amz-content-sha256;x-amz-date',
        'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
      ),
    },
  },
  {
    method: 'GET',
    target: '/?max-keys=2&prefix=J',
    headers: {
      ...common,
      'x-amz-content-sha256': empty,
      authorization: authorization(
        'host;x-amz-content-sha256;x-amz-date',
        '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
      ),
    },
  },
]

describe('the signatures that the tests’ server asks for', () => {
  it.each(examples)('are those of the published example $method $target', request => {
    expect(signatureProblem(request, key)).toBeNull()
  })

  it.each(examples)('are refused when anything of $method $target is another', request => {
    const { method, target, headers } = request
    const changed = (name: string, value: string) => ({ ...request, headers: { ...headers, [name]: value } })
    expect(signatureProblem({ ...request, method: 'POST' }, key)).toBe('SignatureDoesNotMatch')
    expect(signatureProblem({ method, target: `${target}x`, headers }, key)).toBe('SignatureDoesNotMatch')
    expect(signatureProblem(changed('host', 'evil.example'), key)).toBe('SignatureDoesNotMatch')
    expect(signatureProblem(changed('x-amz-content-sha256', empty.replace('e', 'f')), key)).toBe(
      'SignatureDoesNotMatch',
    )
    expect(signatureProblem(changed('x-amz-unsigned', 'x'), key)).toBe('AccessDenied')
    expect(signatureProblem(changed('authorization', ''), key)).toBe('MissingSecurityHeader')
    expect(signatureProblem(request, { ...key, secret: 'other' })).toBe('SignatureDoesNotMatch')
    expect(signatureProblem(request, { ...key, id: 'other' })).toBe('InvalidAccessKeyId')
  })
})
