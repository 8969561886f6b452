import type { OpenAI } from 'openai';
import { ModelProposal } from '../../core/analysis/analysis.ts';
import type { TokenUse } from '../../core/model-spend.ts';
import { type ModelClient, ModelServerError } from './client.ts';
import { reportedTokens } from './reported-tokens.ts';

/** The most a model may write in one answer, in tokens; what it thinks before it writes counts as well. */
export const mostOutputTokens = 8_000;

/** What a model is sent. */
export type WrittenOrder = {
  readonly model: string;
  readonly instructions: string;
  readonly text: string;
  readonly safetyIdentifier: string;
};

/** What a model wrote, and how it ended. */
export type WrittenAnswer = {
  readonly text: string;
  readonly end: 'complete' | 'cut-off' | 'refused';
  /** Null where the server does not say. */
  readonly use: TokenUse | null;
};

/** The two ways to speak to a server: the Responses API, and the older one that nearly every compatible server has. */
type Way = (
  server: OpenAI,
  order: WrittenOrder,
  options: { readonly signal: AbortSignal },
) => Promise<WrittenAnswer>;

/** Asks for one answer, by the Responses API or, where the server has none, by Chat Completions from then on. */
export function writingTo(client: ModelClient): {
  write(order: WrittenOrder, stop: AbortSignal): Promise<WrittenAnswer>;
} {
  let known: Way | null = null;
  const by = (way: Way, order: WrittenOrder, stop: AbortSignal) =>
    client.ask((server) => way(server, order, { signal: stop }));
  return {
    async write(order, stop) {
      if (known !== null) return by(known, order, stop);
      try {
        const answer = await by(byResponses, order, stop);
        known = byResponses;
        return answer;
      } catch (error) {
        if (!(error instanceof ModelServerError) || !isMissing(error)) throw error;
      }
      const answer = await by(byChat, order, stop);
      known = byChat;
      return answer;
    },
  };
}

/** Not found, not allowed, not implemented: the address does not exist there. */
function isMissing({ status }: ModelServerError): boolean {
  return status === 404 || status === 405 || status === 501;
}

const byResponses: Way = async (server, { model, instructions, text, safetyIdentifier }, options) => {
  const { zodTextFormat } = await import('openai/helpers/zod');
  const response = await server.responses.create(
    {
      model,
      instructions,
      input: text,
      text: { format: zodTextFormat(ModelProposal, 'proposal') },
      max_output_tokens: mostOutputTokens,
      safety_identifier: safetyIdentifier,
      store: false,
    },
    options,
  );
  const parts = response.output.flatMap((item) => (item.type === 'message' ? item.content : []));
  const { status, incomplete_details: incomplete, usage } = response;
  const refused = parts.some(({ type }) => type === 'refusal') || incomplete?.reason === 'content_filter';
  return {
    text: parts.map((part) => (part.type === 'output_text' ? part.text : '')).join(''),
    end: refused ? 'refused' : status === 'incomplete' ? 'cut-off' : 'complete',
    use: useOf(usage?.input_tokens, usage?.output_tokens),
  };
};

const byChat: Way = async (server, { model, instructions, text, safetyIdentifier }, options) => {
  const { zodResponseFormat } = await import('openai/helpers/zod');
  const completion = await server.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: text },
      ],
      response_format: zodResponseFormat(ModelProposal, 'proposal'),
      // The newer name is not known to every compatible server, the older one is.
      max_tokens: mostOutputTokens,
      safety_identifier: safetyIdentifier,
      store: false,
    },
    options,
  );
  const { message, finish_reason: reason } = completion.choices[0] ?? {};
  const refused = Boolean(message?.refusal) || reason === 'content_filter';
  return {
    text: message?.content ?? '',
    end: refused ? 'refused' : reason === 'length' ? 'cut-off' : 'complete',
    use: useOf(completion.usage?.prompt_tokens, completion.usage?.completion_tokens),
  };
};

/** What a server reports: no tokens read is as good as no word. */
function useOf(read: unknown, written: unknown): TokenUse | null {
  const [input, output] = [reportedTokens(read), reportedTokens(written)];
  return input === null || output === null || input === 0 ? null : { input, output };
}
