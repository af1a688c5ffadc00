process.argv[2] = 'collect'
await import('../main/index.js')
