// What the page changes in activities on their way to Web Chat.

/** Name of the event that Web Chat sends when a thumb is pressed. */
export const FEEDBACK = 'webchat:activity-status/feedback';

/**
 * The service writes the addresses of its documents from its root on. Web Chat takes such an address in a text for no link,
 * so they are made whole here, in the page's language.
 */
export function withWholeAddresses(activity, language) {
  if (activity.type !== 'message') {
    return activity;
  }

  return {
    ...activity,
    ...(activity.text && { text: activity.text.replace(/(\]\(|^ {0,3}\[[^\]\n]+\]:\s*)(\/van-ban\/[^\s)]+)/gm, (_, before, address) => before + whole(address, language)) }),
    ...(activity.entities && { entities: activity.entities.map(entity => withWholeClaims(entity, language)) }),
  };
}

function withWholeClaims(entity, language) {
  return Array.isArray(entity.citation)
    ? { ...entity, citation: entity.citation.map(claim => claim.appearance?.url ? { ...claim, appearance: { ...claim.appearance, url: whole(claim.appearance.url, language) } } : claim) }
    : entity;
}

function whole(address, language) {
  const url = new URL(address, location.origin);
  if (url.origin === location.origin && language !== 'vi') {
    url.searchParams.set('lang', language);
  }

  return url.href;
}
