// The chat page: Microsoft Web Chat over the service's own Direct Line. Where anything fails the plain form stays.
import { FEEDBACK, mended } from './activities.js';
import { stringsFor, styleOptions } from './look.js';
import { eraseConversation, forgetSession, heldSession, onOtherConversation, openSession } from './session.js';

const EXPIRED = 3, FAILED = 4;
const RENEW_BEFORE = 5 * 60 * 1000;
const QUIET = 2 * 60 * 1000;
const PAUSES = [0, 2000, 5000, 15000, 30000];

const at = id => document.getElementById(id);
const box = at('chat');
const words = JSON.parse(box.dataset.words);
const { locale, nonce, maxLength } = box.dataset;
const language = document.documentElement.lang;
const province = at('province');

let session, line, store, lastRated;
let connected = false;
let unsent = [];
let drawn = 0;
let failures = 0;
let failedAt = 0;

if (window.WebChat) {
  listen();
  start();
}

/** Opens the held conversation or a new one, and draws it. */
async function start() {
  const old = heldSession();
  try {
    session = old && old.expires - Date.now() > RENEW_BEFORE ? old : await openSession({ locale, province: province.value, oldToken: old?.token });
  } catch (error) {
    return failed();
  }

  if (old && old.conversationId !== session.conversationId) {
    say(words.startedAnew);
  }

  draw();
}

/** The token was refused: asks for another one, of the same conversation if the service still has it. */
async function renew(refused) {
  if (refused !== session) {
    return;
  }

  unsent = unsentMessages();
  const oldToken = line.token ?? session.token;
  line.end();
  session = null;
  // Refusals that follow one another slow down and come to an end.
  failures = Date.now() - failedAt > QUIET ? 0 : failures;
  failedAt = Date.now();
  if (failures >= PAUSES.length) {
    return failed();
  }

  await new Promise(resolve => setTimeout(resolve, PAUSES[failures++]));
  try {
    session = await openSession({ locale, province: province.value, oldToken });
  } catch (error) {
    return failed();
  }

  if (session.conversationId !== refused.conversationId) {
    say(words.startedAnew);
  }

  draw();
}

function draw() {
  const mine = session;
  line = WebChat.createDirectLine({ ...pick(session), watermark: '0' });
  watchSocket(line);
  line.connectionStatus$.subscribe(status => {
    if (status === EXPIRED || status === FAILED) {
      // Web Chat is told first.
      setTimeout(() => renew(mine));
    }
  });
  const typed = store?.getState().sendBoxValue;
  connected = false;
  store = WebChat.createStore({}, () => next => action => next(passing(action)));
  drawn++;
  const hadFocus = box.contains(document.activeElement);
  render();
  if (typed) {
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: typed } });
  }

  if (hadFocus) {
    setTimeout(focusSendBox);
  }
}

function render() {
  WebChat.renderWebChat({
    // A new key: a new Web Chat, with nothing of the one before.
    key: drawn,
    directLine: line,
    store,
    locale,
    nonce,
    styleOptions: styleOptions(),
    overrideLocalizedStrings: stringsFor(locale, words),
  }, at('pane'));
}

/** Looks at, and mends, what goes through Web Chat's store. */
function passing(action) {
  switch (action.type) {
    case 'DIRECT_LINE/INCOMING_ACTIVITY': {
      const activity = mended(action.payload.activity, language);
      document.body.classList.toggle('talking', document.body.classList.contains('talking') || activity.type === 'message' && activity.from.role === 'user');
      return { ...action, payload: { ...action.payload, activity } };
    }

    case 'DIRECT_LINE/CONNECT_FULFILLED':
      // Web Chat takes this up first: before, it would drop what is sent.
      setTimeout(() => {
        connected = true;
        show(true);
        sendBox().maxLength = maxLength;
        unsent.splice(0).forEach(send);
      });
      return action;

    case 'DIRECT_LINE/POST_ACTIVITY': {
      const { activity } = action.payload;
      if (activity.name === FEEDBACK && !activity.value) {
        lastRated = activity.entities[0];
        at('comment').hidden = false;
        say(words.rated);
      }

      return action;
    }

    default:
      return action;
  }
}

/** @returns {string[]} what was typed and not taken by the service */
function unsentMessages() {
  return store.getState().activities
    .filter(activity => activity.type === 'message' && activity.from.role === 'user' && !activity.id)
    .map(activity => activity.text);
}

/** Direct Line reconnects a lost socket by itself and tells no one; a person should know. */
function watchSocket(line) {
  let lost = false;
  line.services = {
    ...line.services,
    WebSocket: class extends WebSocket {
      constructor(address) {
        super(address);
        this.addEventListener('open', () => {
          if (lost) {
            lost = false;
            say(words.connected);
          }
        });
        this.addEventListener('close', event => {
          // 1000 and 1005: closed on purpose.
          if (event.code !== 1000 && event.code !== 1005) {
            lost = true;
            say(navigator.onLine ? words.reconnecting : words.offline);
          }
        });
      }
    },
  };
}

function send(text) {
  if (!connected) {
    unsent.push(text);
    return;
  }

  store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'code', text } });
}

function listen() {
  at('examples')?.addEventListener('submit', event => {
    if (!box.hidden && event.submitter?.value) {
      event.preventDefault();
      send(event.submitter.value);
      focusSendBox();
    }
  });

  province.addEventListener('change', () => {
    store?.dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'province', value: province.value } });
    say(province.value ? words.provinceSet.replace('{0}', province.value) : words.provinceUnset);
  });

  at('comment').addEventListener('submit', event => {
    event.preventDefault();
    const comment = at('comment-text').value.trim();
    if (comment) {
      store.dispatch({
        type: 'DIRECT_LINE/POST_ACTIVITY',
        meta: { method: 'code' },
        payload: { activity: { type: 'event', name: FEEDBACK, entities: [lastRated], value: { comment } } },
      });
      say(words.commented);
    }

    closeComment();
  });
  at('comment-close').addEventListener('click', () => {
    say('');
    closeComment();
  });

  at('erase').addEventListener('click', () => at('erase-dialog').showModal());
  at('erase-dialog').addEventListener('close', event => event.target.returnValue === 'yes' && erase());
  at('erase-dialog').addEventListener('cancel', event => { event.target.returnValue = 'no'; });
  at('try-again').addEventListener('click', () => {
    failures = 0;
    say('');
    start();
  });

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => line && render());
  // Another tab has erased the conversation, or begun another.
  onOtherConversation(() => session?.conversationId, () => {
    line?.end();
    session = null;
    document.body.classList.remove('talking');
    start();
  });
  addEventListener('offline', () => say(words.offline));
  addEventListener('online', () => say(words.connected));

  if (parent !== window) {
    // The page around the frame cannot see its keys; it closes the panel.
    addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented && !at('erase-dialog').open) {
        parent.postMessage('cp-assistant:close', '*');
      }
    });
  }
}

async function erase() {
  try {
    if (!await eraseConversation(line.token ?? session.token)) {
      const fresh = await openSession({ locale, province: province.value, oldToken: line.token ?? session.token });
      await eraseConversation(fresh.token);
    }
  } catch (error) {
    return say(words.notErased);
  }

  line.end();
  session = null;
  forgetSession();
  closeComment();
  document.body.classList.remove('talking');
  await start();
  say(words.erased);
  focusSendBox();
}

function failed() {
  show(false);
  say(words.failed);
  at('try-again').hidden = false;
}

/** Puts the chat in the place of the form, or the form in the place of the chat. */
function show(chat) {
  if (chat === !box.hidden) {
    return;
  }

  const draft = at('q');
  const typing = document.activeElement === draft;
  box.hidden = at('province-choice').hidden = at('erase-choice').hidden = !chat;
  at('plain').hidden = chat;
  at('try-again').hidden = true;
  document.body.classList.toggle('chatting', chat);
  if (chat && draft.value) {
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft.value } });
    draft.value = '';
  }

  if (chat && typing) {
    setTimeout(focusSendBox);
  }
}

function closeComment() {
  const focused = at('comment').contains(document.activeElement);
  at('comment-text').value = '';
  at('comment').hidden = true;
  if (focused) {
    focusSendBox();
  }
}

function focusSendBox() {
  sendBox()?.focus();
}

function sendBox() {
  return at('pane').querySelector('[data-id="webchat-sendbox-input"]');
}

/** Says something beside the chat, aloud too; '' takes it back. */
function say(text) {
  at('notice').hidden = false;
  at('notice-text').textContent = text;
  at('notice').classList.toggle('empty', !text);
}

function pick({ token, conversationId, domain }) {
  return { token, conversationId, domain };
}
