import { AkismetClient } from 'akismet-api'

const { KEY, PORT, SPAM, HAM } = process.env
const blog = 'https://blog.example.org/'
const client = key => new AkismetClient({ key, blog, host: `moderato.test:${PORT}`, protocol: 'http' })
const comment = content => ({ ip: '192.0.2.7', useragent: 'Mozilla/5.0', content, name: 'Ada', permalink: blog + 'a' })
const answers = {
  verified: await client(KEY).verifyKey(),
  unknown: await client('zzzzzzzzzzzz').verifyKey(),
  spam: await client(KEY).checkSpam(comment(SPAM)),
  ham: await client(KEY).checkSpam(comment(HAM)),
  failure: await client('zzzzzzzzzzzz').checkSpam(comment(HAM)).catch(e => e.message)
}
await client(KEY).submitSpam(comment(HAM))
await client(KEY).submitHam(comment(SPAM))
console.log(JSON.stringify(answers))
