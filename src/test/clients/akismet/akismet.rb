require 'json'
require 'akismet'

# The gem knows one address only; what an operator does by DNS and a certificate is done here to its connections.
module ToModerato
  def initialize(address, port = nil, *rest)
    super
    @named = address
  end

  def connect
    header, port, secure = @named, ENV['PORT'].to_i, false
    @address, @port, @use_ssl = '127.0.0.1', port, secure
    super
  end

  def request(request, body = nil, &block)
    request['Host'] = @named
    super
  end
end
Net::HTTP.prepend(ToModerato)

blog = 'https://blog.example.org/'
client = Akismet::Client.new(ENV['KEY'], blog)
comment = ->(text) { { text: text, author: 'Ada', post_url: blog + 'a', type: 'comment', languages: %w[en fr], created_at: DateTime.now } }
answers = {
  verified: client.verify_key,
  unknown: Akismet::Client.new('zzzzzzzzzzzz', blog).verify_key,
  spam: client.spam?('192.0.2.7', 'Mozilla/5.0', comment[ENV['SPAM']]),
  ham: client.spam?('192.0.2.7', 'Mozilla/5.0', comment[ENV['HAM']]),
  check: client.check('192.0.2.7', 'Mozilla/5.0', comment[ENV['SPAM']])
}
client.spam('192.0.2.7', 'Mozilla/5.0', comment[ENV['HAM']])
client.ham('192.0.2.7', 'Mozilla/5.0', comment[ENV['SPAM']])
puts JSON.generate(answers)
