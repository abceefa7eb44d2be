import { Author, Blog, Client, Comment } from '@cedx/akismet'

const { KEY, PORT, SPAM, HAM } = process.env
const blog = new Blog({ charset: 'UTF-8', languages: ['en'], url: 'https://blog.example.org/' })
const client = key => new Client(key, blog, { baseUrl: `http://127.0.0.1:${PORT}/akismet` })
const author = new Author({ ipAddress: '192.0.2.7', name: 'Ada', userAgent: 'Mozilla/5.0' })
const comment = content => new Comment({ author, content, context: ['bridges', 'paint'], date: new Date(), permalink: 'https://blog.example.org/a' })
const answers = {
  verified: await client(KEY).verifyKey(),
  unknown: await client('zzzzzzzzzzzz').verifyKey(),
  spam: await client(KEY).checkComment(comment(SPAM)),
  ham: await client(KEY).checkComment(comment(HAM)),
  failure: await client('zzzzzzzzzzzz').checkComment(comment(HAM)).catch(e => e.message)
}
await client(KEY).submitSpam(comment(HAM))
await client(KEY).submitHam(comment(SPAM))
console.log(JSON.stringify(answers))
