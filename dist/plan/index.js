process.argv[2] = 'plan'
await import('../main/index.js')
