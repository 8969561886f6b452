const needed = 26;
const found = Number(process.versions.node.split('.')[0]);

if (found < needed) {
  console.error(
    `Footnote needs Node ${needed} or newer; this is Node ${process.versions.node}. ` +
      'Run "npm ci" and start it with npm (npm start, npm run sandbox, npm run footnote), which brings its own Node.',
  );
  process.exit(1);
}
