// Stand-in for a container that takes no traffic: runs until it is told to stop.
const idle = setInterval(() => {}, 60_000);
process.on('SIGTERM', () => clearInterval(idle));
