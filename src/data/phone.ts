/** `+1-918-555-0142;ext=12` as people here write it: `918-555-0142 ext. 12`. Part of the form's script. */
export const localPhone = (stored: string): string => stored.replace(/^\+1-/, '').replace(';ext=', ' ext. ');
