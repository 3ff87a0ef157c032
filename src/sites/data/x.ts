import { SITE_HOSTS } from "../hosts.ts";
import type { SiteData } from "../types.ts";

/** Evidence: saved pages 2024-12 to 2025-11 and public code to 2026-08. `data-testid` is the same in every language. */
export const xData: SiteData = {
  hosts: SITE_HOSTS.x,
  selectors: {
    post: ['article[data-testid="tweet"]'],
    author: ['[data-testid="User-Name"]'],
    text: ['[data-testid="tweetText"]'],
    quoted: ['div[role="link"]'],
    imageAlt: ['[data-testid="tweetPhoto"] img[alt]'],
    promoted: ['[data-testid="placementTracking"] article[data-testid="tweet"]'],
    like: ['[data-testid="like"]'],
    repost: ['[data-testid="retweet"]'],
    repostConfirm: ['[data-testid="retweetConfirm"]'],
    quoteItem: ['[role="menu"] a[href="/compose/post"]', '[role="menu"] a[href="/compose/tweet"]'],
    reply: ['[data-testid="reply"]'],
    follow: ['[data-testid$="-follow"]'],
    submit: ['[data-testid="tweetButton"]', '[data-testid="tweetButtonInline"]'],
    editor: [
      '[data-testid^="tweetTextarea_"][contenteditable="true"]',
      '[data-testid^="tweetTextarea_"] [contenteditable="true"]',
    ],
    dialog: ['[role="dialog"]'],
    composeOpen: ['[data-testid="SideNav_NewTweet_Button"]', 'a[href="/compose/post"]'],
    menu: ['[role="menu"]'],
    userCell: ['[data-testid="UserCell"]', '[data-testid="HoverCard"]'],
    pageName: ['[data-testid="UserName"]'],
    pageCategory: ['[data-testid="UserProfessionalCategory"]'],
    bio: ['[data-testid="UserDescription"]'],
    verified: ['[data-testid="icon-verified"]'],
    actionBar: ['[role="group"]'],
  },
  labels: {},
};
