// Stands in for an operator's wildcard DNS: every name below moderato.test is this machine.
const dns = require('node:dns')
const lookup = dns.lookup
dns.lookup = (name, options, callback) =>
  lookup(name.endsWith('moderato.test') ? '127.0.0.1' : name, options, callback)
