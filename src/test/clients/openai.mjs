// OpenAI's own client, told another base address.
import OpenAI from 'openai';

const [root, key] = process.argv.slice(2);
const client = new OpenAI({ apiKey: key, baseURL: `${root}/v1` });
const moderation = await client.moderations.create({
  input: ['Thanks, this cleared up a lot for me.', 'You are a stupid idiot.'],
});
const models = [];
for await (const model of client.models.list()) {
  models.push(model.id);
}
const errors = [];
for (const call of [
  () => client.moderations.create({ input: '' }),
  () => client.moderations.create({ input: 'a', model: 'gpt-4' }),
  () => new OpenAI({ apiKey: 'wrong', baseURL: `${root}/v1` }).moderations.create({ input: 'a' }),
]) {
  try {
    await call();
  } catch (e) {
    errors.push({ kind: e.constructor.name, status: e.status, code: e.code, param: e.param, traced: Boolean(e.requestID) });
  }
}
console.log(JSON.stringify({ flagged: moderation.results.map((r) => r.flagged), models, errors }));
