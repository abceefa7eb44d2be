import { promisify } from 'node:util'
import akismet from 'akismet'

const { KEY, PORT, SPAM, HAM } = process.env
const blog = 'https://blog.example.org/'
const call = (key, name, ...more) => {
  const client = akismet.client({ blog, apiKey: key, host: 'moderato.test', port: Number(PORT) })
  return promisify(client[name].bind(client))(...more)
}
const comment = content => ({ user_ip: '192.0.2.7', comment_content: content, comment_author: 'Ada', permalink: blog + 'a' })
const answers = {
  verified: await call(KEY, 'verifyKey'),
  unknown: await call('zzzzzzzzzzzz', 'verifyKey'),
  spam: await call(KEY, 'checkComment', comment(SPAM)),
  ham: await call(KEY, 'checkComment', comment(HAM))
}
await call(KEY, 'submitSpam', comment(HAM))
await call(KEY, 'submitHam', comment(SPAM))
console.log(JSON.stringify(answers))
