// Google's own client, which builds itself from the description that the service gives of itself.
import { google } from 'googleapis';

const [root, key] = process.argv.slice(2);
const client = await google.discoverAPI(`${root}/$discovery/rest?version=v1alpha1`);
const analyzed = await client.comments.analyze({
  key,
  resource: {
    comment: { text: 'You are a stupid idiot.' },
    requestedAttributes: { TOXICITY: {} },
    doNotStore: true,
  },
});
const suggested = await client.comments.suggestscore({
  key,
  resource: {
    comment: { text: 'You are a stupid idiot.' },
    attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
    clientToken: 'comment:npm',
  },
});
let refused = null;
try {
  await client.comments.analyze({ key, resource: { comment: { text: '' }, requestedAttributes: { TOXICITY: {} } } });
} catch (e) {
  refused = { code: Number(e.code ?? e.status), message: e.message };
}
console.log(
  JSON.stringify({
    toxicity: analyzed.data.attributeScores.TOXICITY.summaryScore.value,
    token: suggested.data.clientToken,
    refused,
  }),
);
