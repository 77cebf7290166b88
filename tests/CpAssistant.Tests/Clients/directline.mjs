// botframework-directlinejs against the service: node directline.mjs http://127.0.0.1:PORT SCENARIO
// Each line of output is a JSON object; the last is {"done":true}.
import { createRequire } from 'node:module';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const [base, scenario] = process.argv.slice(2);
const service = new URL(base);
const tell = line => console.log(JSON.stringify(line));

// A proxy that can break connections: `cut.stream` lets half of the next frame through on a socket, `cut.post` lets a message in
// and its acknowledgement not out.
const cut = { stream: false, post: false };
const cuts = [];
const proxy = net.createServer(client => {
  const server = net.connect(Number(service.port), service.hostname);
  let [upgraded, posting] = [false, false];
  const close = () => (client.destroy(), server.destroy());
  client.on('data', data => {
    upgraded ||= data.includes('Upgrade: websocket');
    posting ||= /^POST .*\/activities /.test(data.toString('latin1'));
    server.write(data);
  });
  server.on('data', data => {
    if (cut.post && posting) {
      cut.post = false;
      cuts.push('post');
      close();
    } else if (cut.stream && upgraded && data.includes('"activities"')) {
      cut.stream = false;
      cuts.push('stream');
      client.write(data.subarray(0, data.length / 2));
      setTimeout(close, 50);
    } else {
      client.write(data);
    }
  });
  for (const socket of [client, server]) {
    socket.on('close', close).on('error', close);
  }
});
await new Promise(started => proxy.listen(0, '127.0.0.1', started));
const domain = `http://127.0.0.1:${proxy.address().port}/v3/directline`;

const open = async token => {
  const response = await fetch(`${base}/api/webchat/token`, { method: 'POST', headers: token ? { authorization: `Bearer ${token}` } : {} });
  return response.json();
};

// The shortest wait that the client knows before it reconnects: 3 s.
const connect = options => new DirectLine({ domain, random: () => 0, timeout: 2000, ...options });

const listen = client => {
  const seen = [];
  client.activity$.subscribe(activity => seen.push(activity), error => tell({ error: String(error) }));
  return seen;
};

const until = async (what, condition, seconds = 30) => {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > seconds * 1000) throw new Error(`waited in vain: ${what}`);
    await pause(20);
  }
};

let sent = 0;
const post = async (client, text, id = `client-${++sent}`) => {
  const activity = { type: 'message', text, from: { id: 'someone-else' }, channelData: { clientActivityID: id } };
  return new Promise((resolve, reject) => client.postActivity(activity).subscribe(resolve, reject));
};

const replied = (seen, id) => seen.some(activity => activity.replyToId === id);
const shown = seen => seen.map(({ id, type, replyToId, from, channelData, text, timestamp }) =>
  ({ id, type, replyTo: replyToId, from: from.id, role: from.role, client: channelData?.clientActivityID, text, timestamp }));

const scenarios = {
  async stream() {
    const { token, conversationId } = await open();
    const client = connect({ token });
    const seen = listen(client);
    const first = await post(client, 'Kế hoạch của Lạng Sơn do ai ký?');
    await until('the first reply', () => replied(seen, first));

    // In the middle of an answer.
    cut.stream = true;
    const second = await post(client, 'Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng?');
    await until('the reply after a broken socket', () => replied(seen, second));

    // Between a message and its acknowledgement: the client does not know, so it is sent again.
    cut.post = true;
    const retried = await post(client, 'Sở Tài chính làm gì?', 'again');
    const third = retried === 'retry' ? await post(client, 'Sở Tài chính làm gì?', 'again') : retried;
    await until('the reply to a message sent twice', () => replied(seen, third));
    await pause(300);
    tell({ conversationId, cuts, retried, posted: [first, second, third], shown: shown(seen) });
    client.end();
  },

  // The page's way: the conversation is there after the token call, and is entered by its id.
  async resume() {
    const { token, conversationId } = await open();
    const client = connect({ token, conversationId, watermark: '0' });
    const seen = listen(client);
    const first = await post(client, 'Kế hoạch của Lạng Sơn do ai ký?');
    await until('the reply', () => replied(seen, first));
    client.end();
    const again = connect({ token, conversationId, watermark: '0' });
    const history = listen(again);
    await until('the history', () => history.length === 2);
    tell({ first: shown(seen), again: shown(history) });
    again.end();
  },

  async poll() {
    const { token } = await open();
    const client = connect({ token, webSocket: false, pollingInterval: 200 });
    const seen = listen(client);
    const first = await post(client, 'Kế hoạch của Lạng Sơn do ai ký?');
    await until('the reply', () => replied(seen, first));
    const second = await post(client, 'Sở Tài chính làm gì?');
    await until('the second reply', () => replied(seen, second));
    await pause(500);
    tell({ posted: [first, second], shown: shown(seen) });
    client.end();
  },

  // For a service whose tokens live some seconds.
  async expired() {
    const opened = await open();
    const client = connect({ token: opened.token });
    const seen = listen(client);
    const statuses = [];
    client.connectionStatus$.subscribe(status => statuses.push(ConnectionStatus[status]));
    const first = await post(client, 'Kế hoạch của Lạng Sơn do ai ký?');
    await until('the reply', () => replied(seen, first));
    await pause((opened.expires_in + 1) * 1000);
    const late = await post(client, 'Sở Tài chính làm gì?', 'late');
    const watermark = client.watermark;
    client.end();

    const renewed = await open(client.token);
    const next = connect({ token: renewed.token, conversationId: renewed.conversationId, watermark });
    const after = listen(next);
    const second = await post(next, 'Sở Tài chính làm gì?', 'late');
    await until('the reply with the new token', () => replied(after, second));
    tell({ late, statuses, same: renewed.conversationId === opened.conversationId, before: shown(seen), after: shown(after) });
    next.end();
  },
};

await scenarios[scenario]();
tell({ done: true });
process.exit(0);
