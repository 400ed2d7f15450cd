// Loaded into the server before its own code: asks it to leave when the program that started it is gone.
process.channel?.unref()
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// The programs that it forks take its options over and would load this too: with nothing but their channel to wait for,
// they would leave before they have answered. Next forks one for each page whose address has parts, in development.
process.execArgv.splice(process.execArgv.indexOf('--import'), 2)
