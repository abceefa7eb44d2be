// pages.js
