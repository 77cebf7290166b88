// Messages without an echo, kept for the case that the page is loaded anew.
import { kept } from './kept.js';

const messages = kept(() => sessionStorage, 'cp-assistant.unsent');
const ofPageBefore = new Map(messages.read() ?? []);
const ofThisPage = new Map();
let taken = false;

/** @param {object} activity of Web Chat; what the page before left was in the send box until then and needs no keeping any more */
export function keepUnsent(activity) {
  if (taken && !ofThisPage.has(activity.channelData.clientActivityID)) {
    ofPageBefore.clear();
  }

  ofThisPage.set(activity.channelData.clientActivityID, activity.text);
  write();
}

/** The echo has come. */
export function sent(id) {
  if (ofPageBefore.delete(id) || ofThisPage.delete(id)) {
    write();
  }
}

export function isLeftOver(id) {
  return ofPageBefore.has(id);
}

/** @returns {string[]} texts of the page before; once only */
export function takeLeftOver() {
  const texts = taken ? [] : [...ofPageBefore.values()];
  taken = true;
  return texts;
}

export function forgetUnsent() {
  ofPageBefore.clear();
  ofThisPage.clear();
  write();
}

function write() {
  messages.write([...ofPageBefore, ...ofThisPage]);
}
