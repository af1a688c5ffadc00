/** This program, as plans and reports name it; a test holds the version against package.json. */
export const tool = { name: 'portable-build', version: '0.1.0' } as const
