// What the page changes in activities on their way to Web Chat.

/** Name of the event that Web Chat sends when a thumb is pressed. */
export const FEEDBACK = 'webchat:activity-status/feedback';

/** Where a link's address stands in Markdown: "](ADDRESS" and "[1]: ADDRESS". */
const LINK = /(\]\(|^ {0,3}\[[^\]\n]+\]:\s*)(<?)([^\s<>)]+)/gm;

/**
 * An activity as Web Chat can show it.
 * Documents open in the page's language. An address from the service's root on is made whole, since Web Chat takes such an
 * address in a text for no link.
 */
export function mended(activity, language) {
  if (activity.type !== 'message') {
    return activity;
  }

  return {
    ...activity,
    ...(activity.text && { text: activity.text.replace(LINK, (_, before, bracket, address) => before + bracket + whole(address, language)) }),
    ...(activity.entities && { entities: activity.entities.map(entity => withWholeClaims(entity, language)) }),
  };
}

function withWholeClaims(entity, language) {
  return Array.isArray(entity.citation)
    ? { ...entity, citation: entity.citation.map(claim => claim.appearance?.url ? { ...claim, appearance: { ...claim.appearance, url: whole(claim.appearance.url, language) } } : claim) }
    : entity;
}

/** Addresses that are none of the service's documents come back as they are. */
function whole(address, language) {
  const url = URL.canParse(address, location.origin) ? new URL(address, location.origin) : null;
  if (url?.origin !== location.origin || !url.pathname.startsWith('/van-ban/')) {
    return address;
  }

  if (language !== 'vi') {
    url.searchParams.set('lang', language);
  }

  return url.href;
}
