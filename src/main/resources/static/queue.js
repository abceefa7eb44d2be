// queue.js
