process.argv[2] = 'verify'
await import('../main/index.js')
