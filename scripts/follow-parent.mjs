// Loaded into the server before its own code: asks it to leave when the program that started it is gone.
process.channel?.unref()
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
