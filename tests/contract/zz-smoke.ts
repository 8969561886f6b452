import { API, Client, GatewayDispatchEvents } from '@discordjs/core';
import { REST } from '@discordjs/rest';
import { WebSocketManager } from '@discordjs/ws';
import { startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
const lb = await startLoopback();
const rest = new REST({ version: '10', api: lb.apiUrl }).setToken(lb.token);
const gateway = new WebSocketManager({ token: lb.token, intents: 1, rest });
const client = new Client({ rest, gateway });
const api = new API(rest);
client.on(GatewayDispatchEvents.InteractionCreate, async ({ data: i, api }) => {
  if (i.type === 2)
    await api.interactions.reply(i.id, i.token, {
      flags: 64 | 32768,
      allowed_mentions: { parse: [] },
      components: [
        { type: 10, content: 'hi' },
        { type: 1, components: [{ type: 2, style: 1, custom_id: 'x', label: 'Go' }] },
      ] as any,
    });
  else if (i.type === 3) {
    await api.interactions.deferMessageUpdate(i.id, i.token);
    await api.interactions.editReply(i.application_id, i.token, {
      flags: 32768,
      components: [{ type: 10, content: 'edited' }] as any,
    });
  } else if (i.type === 4)
    await api.interactions.createAutocompleteResponse(i.id, i.token, {
      choices: [{ name: 'a', value: 'b' }],
    });
});
client.on('READY' as any, () => console.log('ready'));
await gateway.connect();
await lb.whenReady();
await api.applicationCommands.bulkOverwriteGlobalCommands(lb.applicationId, [
  {
    name: 'claim',
    description: 'x',
    options: [
      {
        type: 1,
        name: 'lookup',
        description: 'y',
        options: [{ type: 3, name: 'query', description: 'z', required: true, autocomplete: true }],
      },
    ],
  },
] as any);
const mia = lb.as(sandboxIds.mia);
const a = await mia.slash('claim lookup', { query: 'x' });
console.log(a.kind, a.ephemeral, JSON.stringify(a.message));
const b = await mia.press(a.message!, 'Go');
console.log(b.kind, (await b.settled()).kind, JSON.stringify((await b.settled()).message?.components));
console.log(await mia.type('claim lookup', { query: 'wh' }, 'query'));
const t0 = performance.now();
for (let n = 0; n < 500; n++) await mia.slash('claim lookup', { query: 'x' });
console.log('500 in', performance.now() - t0);
console.log(
  lb.requests.length,
  lb.requests.slice(0, 8).map((r) => [r.method, r.path.slice(0, 40), r.status]),
);
await gateway.destroy();
await lb.stop();
