import { describe, expect, it } from 'vitest'
import { parseStore } from '../../../src/cache/stores/address.ts'

const base = { kind: 's3', region: 'us-east-1', prefix: '' }

describe('the address of a store', () => {
  it.each([
    ['s3://bucket', {}, { ...base, base: 'https://bucket.s3.us-east-1.amazonaws.com/' }],
    ['s3://bucket/', {}, { ...base, base: 'https://bucket.s3.us-east-1.amazonaws.com/' }],
    [
      's3://bucket/team/a%20b/?region=eu-west-1',
      {},
      { kind: 's3', region: 'eu-west-1', prefix: 'team/a b/', base: 'https://bucket.s3.eu-west-1.amazonaws.com/' },
    ],
    // the certificate of Amazon is for one name below its own
    ['s3://my.bucket', {}, { ...base, base: 'https://s3.us-east-1.amazonaws.com/my.bucket/' }],
    ['s3://bucket?endpoint=http://minio:9000', {}, { ...base, base: 'http://minio:9000/bucket/' }],
    ['s3://bucket?endpoint=https://r2.example/x/', {}, { ...base, base: 'https://r2.example/x/bucket/' }],
    [
      's3://bucket?endpoint=https://garage.example',
      { AWS_REGION: 'garage' },
      { ...base, region: 'garage', base: 'https://garage.example/bucket/' },
    ],
    [
      's3://bucket?region=b',
      { AWS_DEFAULT_REGION: 'a' },
      { ...base, region: 'b', base: 'https://bucket.s3.b.amazonaws.com/' },
    ],
    ['https://cache.example', {}, { kind: 'http', base: 'https://cache.example/' }],
    ['http://cache.example:8080/a', {}, { kind: 'http', base: 'http://cache.example:8080/a/' }],
  ] as const)('%s', (text, env, address) => {
    expect(parseStore(text, env)).toEqual(address)
  })

  it.each([
    ['bucket/prefix', /is no URL/],
    ['ftp://host/x', /neither s3/],
    ['s3://', /names no bucket/],
    ['s3://UPPER', /names no bucket/],
    ['s3://bucket:9000', /names no bucket/],
    ['s3://bucket?endpoint=minio:9000', /no plain https/],
    ['s3://bucket?endpoint=minio', /no URL/],
    ['s3://bucket?endpoint=https://a/?b=c', /no plain https/],
    ['s3://bucket?endpint=https://a', /not "endpint"/],
    ['s3://bucket?region=eu west', /no region/],
    ['s3://bucket/%zz', /cannot be read/],
    ['https://host/x#y', /#/],
  ])('%s cannot be used', (text, problem) => {
    expect(parseStore(text, {})).toEqual({ problem: expect.stringMatching(problem) })
  })

  it.each([
    'https://user:hunter2@host/',
    'https://host/?sig=hunter2',
    's3://AKID:hunter2@bucket',
    's3://bucket?endpoint=https://u:hunter2@host',
  ])('%s is refused, because logs would show what is secret in it, and this does not', text => {
    const address = parseStore(text, {})
    expect(address).toEqual({ problem: expect.any(String) })
    expect(JSON.stringify(address)).not.toContain('hunter2')
  })
})
