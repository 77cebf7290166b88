// telegram-test-api, a Bot API server of other people, whose client plays those who write to the bot: node telegram.mjs SCENARIO
// Each line of output is a JSON object: first where the server is, then what people are shown; the last is {"done":true}. The service's
// address, a line of input, lets the scenario begin.
import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

const TelegramServer = createRequire(import.meta.url)('telegram-test-api');

const [scenario] = process.argv.slice(2);
const token = '666:telegram-test-api';
const secretHeader = 'x-telegram-bot-api-secret-token';
const tell = line => console.log(JSON.stringify(line));

const until = async (what, condition, seconds = 30) => {
  for (const end = Date.now() + seconds * 1000; !await condition();) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await pause(20);
  }
};

// The server cannot choose its port itself.
const freePort = async () => {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise(closed => probe.close(closed));
  return port;
};

const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1', storeTimeout: 600 });
await server.start();

// The server calls the webhook without the secret that it was told, and without waiting for the end of the call.
const refused = [];
process.on('unhandledRejection', error => {
  if (!error.response) throw error;
  refused.push(error.response.status);
});

// What the server lacks as the caller of a webhook.
const delivered = [];
const relay = http.createServer(async (request, response) => {
  const answer = await fetch(service + request.url, {
    method: request.method,
    headers: { 'content-type': 'application/json', [secretHeader]: server.webhooks[token].secret_token },
    body: await buffer(request),
  });
  delivered.push(answer.status);
  response.writeHead(answer.status).end();
}).listen(0, '127.0.0.1');
await once(relay, 'listening');

tell({ api: server.config.apiURL, public: `http://127.0.0.1:${relay.address().port}` });
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const told = async () => (await lines.next()).value;
const service = await told();

// A message as the server has it for its client.
const read = ({ messageId, message }) => ({
  id: messageId,
  html: message.text,
  mode: message.parse_mode ?? null,
  buttons: message.reply_markup?.inline_keyboard?.flat().map(({ text, callback_data: data }) => ({ text, data })) ?? [],
  replyTo: message.reply_parameters?.message_id ?? null,
});

const isVoted = ({ buttons }) => buttons.some(({ text }) => text.includes('✓'));
const hasButtons = seen => seen.at(-1).buttons.length > 0;

const person = (chatId, { userId = chatId, firstName = 'Lan', type = 'private' } = {}) => {
  const client = server.getClient(token, { chatId, userId, firstName, type, interval: 20, timeout: 30000 });
  const shown = async () => (await client.getUpdatesHistory()).filter(({ message }) => String(message?.chat_id) === String(chatId)).map(read);
  return {
    shown,
    say: (text, options) => client.sendMessage(client.makeMessage(text, options)),
    command: (text, options) => client.sendCommand(client.makeCommand(text, options)),

    // New messages of the bot; its answers have buttons under the last.
    async next(isWhole = hasButtons) {
      const seen = [];
      do seen.push(...(await client.getUpdates()).result.map(read)); while (!isWhole(seen));
      return seen;
    },

    press({ id, buttons }, label) {
      const { data } = buttons.find(({ text }) => text.includes(label));
      return client.sendCallback(client.makeCallbackQuery(data, { message: { message_id: id } }));
    },

    async changed(id, isSo) {
      let message;
      await until(`message ${id} to change`, async () => isSo(message = (await shown()).find(one => one.id === id)));
      return message;
    },

    async ask(text, options) {
      await this.say(text, options);
      return this.next();
    },

    async call(text, options) {
      await this.command(text, options);
      return this.next();
    },
  };
};

const health = async () => (await (await fetch(`${service}/health`)).json()).telegram;

// Nothing is left to be worked off or sent.
const settled = () => until('the service to come to rest', async () => {
  const { open, waiting } = await health();
  return open === 0 && waiting === 0;
});

const target = 'Mục tiêu sản xuất sạch hơn của Lạng Sơn đến năm 2020?';
const targetOfNowhere = 'Mục tiêu sản xuất sạch hơn đến năm 2020?';

const scenarios = {
  async start() {
    const [vietnamese, english] = [await person(7).call('/start'), await person(8).call('/start', { from: { language_code: 'en' } })];
    tell({ vietnamese, english, state: (await health()).state });
  },

  async answer() {
    const lan = person(7);
    tell({ first: await lan.ask(target), second: await lan.ask('Sở Tài chính Lạng Sơn làm gì?') });
  },

  async suggestion() {
    const lan = person(7);
    const [answer] = await lan.ask(target);
    const { text } = answer.buttons[0];
    await lan.press(answer, text);
    const below = await lan.next();
    tell({ answer: [answer], below, after: [await lan.changed(answer.id, ({ buttons }) => !buttons.some(button => button.text === text))] });
  },

  // A button is pressed twice, and the server hands out all its updates a second time.
  async again() {
    const lan = person(7);
    const [answer] = await lan.ask(target);
    await lan.press(answer, answer.buttons[0].text);
    await lan.press(answer, answer.buttons[0].text);
    const below = await lan.next();
    for (const update of server.storage.userMessages) update.isRead = false;
    tell({ answer: [answer], below, next: await lan.ask('Sở Tài chính Lạng Sơn làm gì?'), all: await lan.shown() });
  },

  async vote() {
    const lan = person(7);
    const [answer] = await lan.ask(target);
    await lan.press(answer, '👍');
    tell({ answer: [answer], after: [await lan.changed(answer.id, isVoted)] });
  },

  async province() {
    const lan = person(7);
    const before = await lan.ask(targetOfNowhere);
    const [list] = await lan.call('/tinh');
    await lan.press(list, 'Lạng Sơn');
    const chosen = await lan.changed(list.id, ({ html }) => html !== list.html);
    tell({ before, list: [list], chosen: [chosen], after: await lan.ask(targetOfNowhere), all: await lan.shown() });
  },

  async followUp() {
    const lan = person(7);
    tell({ first: await lan.ask('Mục tiêu sản xuất sạch hơn của Cao Bằng đến năm 2020?'), year: await lan.ask('còn năm 2015?'), province: await lan.ask('còn Lạng Sơn?') });
  },

  async long() {
    tell({ answer: await person(7).ask('Sở Công Thương Cao Bằng làm gì?') });
  },

  async erase() {
    const lan = person(7);
    const [answer] = await lan.ask('Xưởng gỗ Kỳ Cùng hỏi: mục tiêu sản xuất sạch hơn của Lạng Sơn đến năm 2020?');
    await lan.press(answer, '👍');
    await lan.changed(answer.id, isVoted);
    await settled();
    tell({ answer: [answer] });
    await told();
    const [question] = await lan.call('/xoadulieu');
    await lan.press(question, 'Xóa');
    tell({ question: [question], after: [await lan.changed(question.id, ({ html }) => html !== question.html)] });
  },

  async group() {
    const group = { type: 'group', firstName: 'KCN Đồng Bành' };
    const [lan, minh] = [person(-1001, { ...group, userId: 7 }), person(-1001, { ...group, userId: 8 })];
    await lan.say(target);
    await minh.say('Trưa nay ăn cơm ở Kỳ Cùng nhé');
    const mention = { entities: [{ type: 'mention', offset: 0, length: '@TestNameBot'.length }] };
    const mentioned = await lan.ask(`@TestNameBot ${target}`, mention);
    await minh.say('Cảm ơn Lan');
    const replied = await lan.ask('còn Cao Bằng?', { reply_to_message: { message_id: mentioned.at(-1).id, from: { id: 666, is_bot: true } } });
    const history = await server.getUpdatesHistory(token);
    const asked = ['@TestNameBot', 'còn'].map(start => history.find(({ message }) => message?.text?.startsWith(start) && message.chat).messageId);
    tell({ mentioned, replied, asked, all: await lan.shown() });
  },

  // An enquiry to the office, its answer, and what is added to it by a reply and by a button.
  async office() {
    const lan = person(7);
    const pressed = async (message, label) => {
      await lan.press(message, label);
      return (await lan.next()).at(-1);
    };

    const notFound = (await lan.ask('Lò hơi đốt trấu ở Lạng Sơn được hỗ trợ bao nhiêu?')).at(-1);
    const offered = await pressed(notFound, 'Gửi câu hỏi cho Văn phòng');
    const consent = await pressed(offered, 'Gửi câu này');
    await pressed(consent, 'Đồng ý');
    await lan.ask('Xưởng gỗ Kỳ Cùng');
    await lan.ask('Lạng Sơn');
    await lan.ask('chế biến gỗ');
    const invited = (await lan.ask('chị Lan 0912 345 678')).at(-1);
    const sent = await pressed(invited, 'Không nhận lời mời');
    await settled();
    tell({ consent: [consent], sent: [sent] });
    const [answer] = await lan.next();
    const replied = await lan.ask('Xưởng tôi có 2 lò', { reply_to_message: { message_id: answer.id, from: { id: 666, is_bot: true } } });
    const asked = await pressed(answer, 'Bổ sung cho phiếu');
    const added = await lan.ask('mỗi lò 2 tấn một giờ');
    tell({ answer: [answer], replied, asked: [asked], added, all: await lan.shown() });
  },

  // What the office has approved is the answer until it expires.
  async officeAnswer() {
    const lan = person(7);
    const question = 'phi nuoc thai cong nghiep lang son bao nhieu';
    const ask = async () => {
      const answer = await lan.ask(question);
      await settled();
      return answer;
    };

    tell({ before: await ask() });
    await told();
    tell({ given: await ask() });
    await told();
    tell({ expired: await ask() });
  },

  async webhook() {
    await until('the webhook', () => server.webhooks[token]);
    const { url } = server.webhooks[token];
    const lan = person(7);

    // Without the relay between them the server itself calls, and does not tell the secret.
    const directly = async act => {
      const before = refused.length;
      server.webhooks[token].url = `${service}/telegram/webhook`;
      await act();
      await until('the refusal', () => refused.length > before);
      server.webhooks[token].url = url;
    };

    await directly(() => lan.say('Sở Tài chính Lạng Sơn làm gì?'));
    await directly(() => lan.command('/start'));
    const early = await lan.shown();
    const [answer] = await lan.ask(target);
    await directly(() => lan.press({ id: answer.id, buttons: [{ text: 'Xóa', data: 'e:1' }] }, 'Xóa'));
    await lan.press(answer, '👍');
    const after = [await lan.changed(answer.id, isVoted)];
    await until('both deliveries', () => delivered.length > 1);
    tell({ url, refused, delivered, early, answer: [answer], after, all: await lan.shown() });
  },
};

await scenarios[scenario]();
await settled();
tell({ done: true });
process.exit(0);
