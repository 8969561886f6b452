/** One request to the REST interface and what it was answered with. */
export type RecordedRequest = {
  readonly method: string;
  /** Decoded, without `/api/v10` and without the query. */
  readonly path: string;
  /** The route's pattern, e.g. `/channels/:channel/messages`; null when there is no such route. */
  readonly route: string | null;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body, or `payload_json` of a multipart one. */
  readonly body: unknown;
  readonly files: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly size: number;
    readonly bytes: Uint8Array;
  }[];
  readonly status: number;
  /** The answer's JSON body; null when it has none. */
  readonly response: unknown;
  /** Milliseconds since 1970, by the loopback's clock. */
  readonly at: number;
};

/** The newest requests, oldest first. */
export type Recorder = {
  readonly requests: readonly RecordedRequest[];
  /** How many older ones were dropped to stay within the limit. */
  forgotten(): number;
  record(request: RecordedRequest): void;
};

/** A recorder that keeps at most `limit` requests, so that a server which runs for days stays small. */
export function createRecorder(limit: number): Recorder {
  const requests: RecordedRequest[] = [];
  let forgotten = 0;
  return {
    requests,
    forgotten: () => forgotten,
    record(request) {
      requests.push(request);
      if (requests.length > limit) {
        requests.shift();
        forgotten += 1;
      }
    },
  };
}
