// How Web Chat looks: the page's own colours, light or dark.

/** Strings that Web Chat 4.18.1 has in English and not in Vietnamese. */
const VIETNAMESE = {
  TELEPHONE_KEYPAD_INPUT_MESSAGE: 'Chỉ nhận một chữ số',
  TEXT_INPUT_ATTACHMENTS_FEW: '$1 tệp đính kèm',
  TEXT_INPUT_ATTACHMENTS_MANY: '$1 tệp đính kèm',
  TEXT_INPUT_ATTACHMENTS_ONE: '1 tệp đính kèm',
  TEXT_INPUT_ATTACHMENTS_OTHER: '$1 tệp đính kèm',
  TEXT_INPUT_ATTACHMENTS_TWO: '$1 tệp đính kèm',
  TEXT_INPUT_DROP_ZONE: 'Thả tệp vào đây',
  TEXT_INPUT_LENGTH_EXCEEDED_ALT: 'Tin nhắn quá dài',
  TEXT_INPUT_TELEPHONE_KEYPAD_BUTTON_ALT: 'Bàn phím số',
};

export function stringsFor(locale, words) {
  const own = { TEXT_INPUT_PLACEHOLDER: words.placeholder, MARKDOWN_EXTERNAL_LINK_ALT: words.newTab };
  return strings => ({ ...strings, ...(locale === 'vi-VN' ? VIETNAMESE : {}), ...own });
}

export function styleOptions() {
  const css = getComputedStyle(document.documentElement);
  const colour = name => css.getPropertyValue(`--${name}`).trim();
  const [ink, paper, quiet, line, hair, accent, onAccent] = ['ink', 'paper', 'quiet', 'line', 'hair', 'accent', 'on-accent'].map(colour);
  return {
    accent,
    subtle: quiet,
    backgroundColor: paper,
    primaryFont: getComputedStyle(document.body).fontFamily,
    fontSizeSmall: '85%',
    bubbleBackground: colour('bubble'),
    bubbleTextColor: ink,
    bubbleBorderColor: hair,
    bubbleBorderRadius: 8,
    bubbleMaxWidth: 640,
    bubbleMinWidth: 120,
    bubbleFromUserBackground: accent,
    bubbleFromUserTextColor: onAccent,
    bubbleFromUserBorderColor: accent,
    bubbleFromUserBorderRadius: 8,
    // A long answer is read from its beginning.
    autoScrollSnapOnPage: true,
    autoScrollSnapOnPageOffset: -16,
    hideUploadButton: true,
    markdownRenderHTML: false,
    sendBoxBackground: paper,
    sendBoxTextColor: ink,
    sendBoxPlaceholderColor: quiet,
    sendBoxBorderTop: `solid 1px ${line}`,
    sendBoxHeight: 48,
    sendBoxTextWrap: true,
    sendBoxButtonColor: accent,
    sendBoxButtonColorOnDisabled: quiet,
    sendBoxButtonShadeColorOnHover: hair,
    sendBoxButtonShadeColorOnActive: hair,
    sendBoxButtonShadeColorOnDisabled: 'transparent',
    sendBoxButtonKeyboardFocusIndicatorBorderColor: accent,
    suggestedActionHeight: 36,
    suggestedActionLayout: 'stacked',
    suggestedActionsStackedLayoutButtonTextWrap: true,
    suggestedActionsStackedLayoutButtonMaxHeight: 96,
    suggestedActionBackgroundColor: paper,
    suggestedActionBackgroundColorOnHover: hair,
    suggestedActionBackgroundColorOnActive: hair,
    suggestedActionTextColor: accent,
    suggestedActionBorderColor: accent,
    suggestedActionBorderWidth: 1,
    suggestedActionBorderRadius: 6,
    suggestedActionKeyboardFocusIndicatorBorderColor: accent,
    suggestedActionsVisualKeyboardIndicatorColor: accent,
    transcriptVisualKeyboardIndicatorColor: accent,
    transcriptActivityVisualKeyboardIndicatorColor: quiet,
    notificationText: quiet,
    timestampColor: quiet,
    toastInfoBackgroundColor: colour('warm'),
    toastInfoColor: ink,
    toastWarnBackgroundColor: colour('warm'),
    toastWarnColor: ink,
    toastErrorBackgroundColor: colour('warm'),
    toastErrorColor: colour('fault'),
  };
}
