package io.moderato.service;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What people write to break a page: markup, scripts, templates, addresses, marks of direction, and too much of everything. */
final class HostileTexts {
  private static final List<String> MARKUP = List.of(
      "<script>window.pwned = 1</script>",
      "<ScRiPt>window.pwned = 1</sCrIpT>",
      "<img src=x onerror=\"window.pwned = 1\">",
      "<img src=x onerror=window.pwned=1//",
      "<svg onload=window.pwned=1>",
      "<svg><script>window.pwned=1</script></svg>",
      "<body onload=window.pwned=1>",
      "<iframe src=\"javascript:parent.pwned=1\"></iframe>",
      "<iframe srcdoc=\"<script>parent.pwned=1</script>\">",
      "<a href=\"javascript:window.pwned=1\">click</a>",
      "<a href=\"JaVaScRiPt:window.pwned=1\">click</a>",
      "<form action=/review/acts method=post><button name=act value=APPROVE>win</button></form>",
      "<input autofocus onfocus=window.pwned=1>",
      "<details open ontoggle=window.pwned=1>",
      "<marquee onstart=window.pwned=1>",
      "<video><source onerror=window.pwned=1></video>",
      "<object data=\"data:text/html,<script>opener.pwned=1</script>\">",
      "<embed src=\"javascript:window.pwned=1\">",
      "<link rel=stylesheet href=//evil.example/x.css>",
      "<style>*{display:none}</style>",
      "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
      "<base href=//evil.example/>",
      "<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>",
      "<template><script>window.pwned=1</script></template>",
      "<!-- --><script>window.pwned=1</script> -->",
      "</textarea><script>window.pwned=1</script>",
      "</title><script>window.pwned=1</script>",
      "</li></ol></section><script>window.pwned=1</script>",
      "<div hx-get=/logout hx-trigger=load>x</div>",
      "<div hx-post=\"/review/acts\" hx-trigger=\"load\" hx-vals='{\"act\":\"APPROVE\"}'>x</div>",
      "<div data-hx-on:load=\"window.pwned=1\">x</div>",
      "<button data-key=a value=REJECT>a</button>",
      "<dialog open>Sign in again: <input type=password></dialog>");

  private static final List<String> ATTRIBUTES = List.of(
      "\" onmouseover=\"window.pwned=1",
      "' onmouseover='window.pwned=1",
      "\"><script>window.pwned=1</script>",
      "'><script>window.pwned=1</script>",
      "` onmouseover=window.pwned=1",
      "\" autofocus onfocus=window.pwned=1 x=\"",
      "&quot; onmouseover=&quot;window.pwned=1",
      "&lt;script&gt;window.pwned=1&lt;/script&gt;",
      "&#60;script&#62;window.pwned=1&#60;/script&#62;",
      "%3Cscript%3Ewindow.pwned=1%3C/script%3E",
      "\\u003cscript\\u003ewindow.pwned=1",
      "javascript:window.pwned=1",
      "data:text/html;base64,PHNjcmlwdD4=",
      "vbscript:msgbox(1)");

  private static final List<String> TEMPLATES = List.of(
      "${7*7}",
      "#{7*7}",
      "{{7*7}}",
      "{{constructor.constructor('window.pwned=1')()}}",
      "<%= 7*7 %>",
      "@if(true)x@endif",
      "@`nested`",
      "$unsafe{x}",
      "{0} {1} {0, plural, other {#}}",
      "'{0}'",
      "__proto__[pwned]=1",
      "\r\nSet-Cookie: moderato_session=x",
      "=cmd|' /C calc'!A0");

  private static final List<String> CHARACTERS = List.of(
      "\u202Etxt.exe\u202C and on",
      "\u2066\u202E\u2069 isolates",
      "zero\u200Bwidth\u200Cspaces\uFEFFhere",
      "bell\u0007 and escape\u001B[31m",
      "line\u2028separator\u2029paragraph",
      "\u061Carabic mark",
      "\uE000private\uF8FF",
      "שלום עולם, right to left",
      "مرحبا <b>bold</b> 123",
      "family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 stays whole");

  private HostileTexts() {}

  static List<String> all() {
    var all = new ArrayList<String>();
    Stream.of(MARKUP, ATTRIBUTES, TEMPLATES, CHARACTERS).forEach(all::addAll);
    all.add("W".repeat(5000));
    all.add("z" + "\u0301\u0316\u034F".repeat(2000));
    all.add("many lines\n".repeat(3000));
    return List.copyOf(all);
  }
}
