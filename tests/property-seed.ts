import fc from 'fast-check';

/** Property tests draw the same examples in every run, so that a run says something about the change alone. */
const everyRun = 20_161;

/** `PROPERTY_SEED=$RANDOM npm test` looks for new ones. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? everyRun) });
