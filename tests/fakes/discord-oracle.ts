import type { Loopback } from '../../src/sandbox/loopback.ts';
import type { RecordedRequest } from '../../src/sandbox/recorder.ts';
import { ruleComplaints } from './discord-oracle-rules.ts';
import { schemaComplaints } from './discord-oracle-schemas.ts';

/** Judges everything that went over the wire as Discord would. */
export type Oracle = {
  /** One sentence for each thing Discord would refuse, and for each answer that Discord would not give. */
  complaints(): readonly string[];
};

/** An oracle over every request a loopback server has recorded. */
export function oracle(loopback: Pick<Loopback, 'requests' | 'forgottenRequests'>): Oracle {
  return {
    complaints() {
      const forgotten = loopback.forgottenRequests();
      const unseen = forgotten === 0 ? [] : [`${forgotten} requests were forgotten before they were judged`];
      return [...unseen, ...loopback.requests.flatMap(complaintsAbout)];
    },
  };
}

/** What is wrong with one recorded request or its answer. */
export function complaintsAbout(request: RecordedRequest): readonly string[] {
  const { method, path, status } = request;
  const wrong = [...schemaComplaints(request), ...ruleComplaints(request)];
  return wrong.map((sentence) => `${method} ${path} (${status}): ${sentence}`);
}

/**
 * Makes sure that Discord would have accepted everything the bot sent.
 *
 * @throws {Error} that lists every complaint
 */
export function assertClean(loopback: Pick<Loopback, 'requests' | 'forgottenRequests'>): void {
  const complaints = oracle(loopback).complaints();
  if (complaints.length > 0) throw new Error(`Discord would object:\n${complaints.join('\n')}`);
}
