package io.moderato.transfer.file;

/** Exports as platforms write them, with words of our own. */
final class Samples {
  static final String WXR_HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>\n";
  static final String WXR_END = "</channel></rss>\n";

  private Samples() {}

  static String wxr(String comments) {
    return WXR_HEAD + item(7, comments) + WXR_END;
  }

  static String item(int id, String comments) {
    return "<item><title>Bridges</title><link>https://blog.example/bridges</link>"
        + "<content:encoded><![CDATA[<p>Steel tires.</p>]]></content:encoded>"
        + "<wp:post_id>%d</wp:post_id><wp:post_date>2012-03-04 07:06:07</wp:post_date>"
            .formatted(id)
        + "<wp:post_date_gmt>2012-03-04 05:06:07</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\n"
        + comments
        + "</item>\n";
  }

  static String comment(int id, String approved, String text) {
    return comment(id, approved, "", 0, "<![CDATA[" + text + "]]>");
  }

  static String comment(int id, String approved, String type, int parent, String content) {
    return "<wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_author><![CDATA[Ada]]></wp:comment_author>"
            .formatted(id)
        + "<wp:comment_date>2012-03-05 12:00:00</wp:comment_date><wp:comment_date_gmt>2012-03-05 10:00:00</wp:comment_date_gmt>"
        + "<wp:comment_content>%s</wp:comment_content><wp:comment_approved>%s</wp:comment_approved>"
            .formatted(content, approved)
        + "<wp:comment_type>%s</wp:comment_type><wp:comment_parent>%d</wp:comment_parent></wp:comment>\n"
            .formatted(type, parent);
  }

  static String disqus() {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
        <thread dsq:id="1"><id>a</id><link>https://blog.example/a</link><title>Rivers</title><createdAt>2014-01-01T00:00:00Z</createdAt></thread>
        <post dsq:id="11"><message><![CDATA[<p>Deep water.</p>]]></message><createdAt>2014-01-02T00:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Bo</name><username>bo</username></author><thread dsq:id="1" /></post>
        <post dsq:id="12"><message>Cheap boats</message><createdAt>2014-01-03T00:00:00Z</createdAt><isDeleted>true</isDeleted><isSpam>true</isSpam><author><name>Cy</name></author><thread dsq:id="1" /><parent dsq:id="11" /></post>
        <post dsq:id="13"><message>Gone</message><createdAt>2014-01-03T00:00:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><thread dsq:id="1" /></post>
        </disqus>
        """;
  }

  static String blogger() {
    return """
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:app='http://purl.org/atom/app#'>
        <entry><id>tag:blogger.com,1999:blog-1.layout</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#template'/><title>Template</title><content>x</content></entry>
        <entry><id>tag:blogger.com,1999:blog-1.post-2</id><published>2010-05-01T10:00:00.000-07:00</published><category term='http://schemas.google.com/blogger/2008/kind#post'/><title type='text'>Hills</title><content type='html'>&lt;b&gt;High&lt;/b&gt;</content><link rel='alternate' href='https://hills.example/1.html'/></entry>
        <entry><id>tag:blogger.com,1999:blog-1.post-9</id><app:control><app:draft>yes</app:draft></app:control><category term='http://schemas.google.com/blogger/2008/kind#post'/><title>Unfinished</title><content>x</content></entry>
        <entry><id>tag:blogger.com,1999:blog-1.post-3</id><published>2010-05-02T10:00:00.000-07:00</published><category term='http://schemas.google.com/blogger/2008/kind#comment'/><content type='html'>Lovely &lt;i&gt;view&lt;/i&gt;</content><author><name>Di</name><email>noreply@blogger.com</email></author><thr:in-reply-to ref='tag:blogger.com,1999:blog-1.post-2'/></entry>
        <entry><id>tag:blogger.com,1999:blog-1.post-4</id><published>2010-05-03T10:00:00.000-07:00</published><category term='http://schemas.google.com/blogger/2008/kind#comment'/><content type='html'>It is</content><link rel='related' href='https://www.blogger.com/feeds/1/2/comments/default/3'/><author><name>Ed</name></author><thr:in-reply-to ref='tag:blogger.com,1999:blog-1.post-2'/></entry>
        </feed>
        """;
  }

  static String takeout() {
    return """
        <?xml version='1.0' encoding='utf-8'?>
        <feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
        <entry><id>tag:blogger.com,1999:blog-1.post-2</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><author><name>F</name><blogger:type>BLOGGER</blogger:type></author><title>Lakes</title><content type='html'>&lt;p&gt;Calm.&lt;/p&gt;</content><published>2020-01-01T00:00:00Z</published><blogger:filename>/2020/01/lakes.html</blogger:filename></entry>
        <entry><id>tag:blogger.com,1999:blog-1.post-5</id><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status><title>Later</title></entry>
        <entry><id>tag:blogger.com,1999:blog-1.post-3</id><blogger:parent>tag:blogger.com,1999:blog-1.post-2</blogger:parent><blogger:inReplyTo/><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status><author><name>Gi</name><blogger:type>ANONYMOUS</blogger:type></author><content type='html'>Cold, too.</content><published>2020-01-02T00:00:00Z</published></entry>
        <entry><id>tag:blogger.com,1999:blog-1.post-4</id><blogger:parent>tag:blogger.com,1999:blog-1.post-2</blogger:parent><blogger:inReplyTo>tag:blogger.com,1999:blog-1.post-3</blogger:inReplyTo><blogger:type>COMMENT</blogger:type><blogger:status>SPAM</blogger:status><content type='html'>Buy skates</content><published>2020-01-03T00:00:00Z</published></entry>
        </feed>
        """;
  }

  static String page() {
    return """
        <!DOCTYPE html><html><head><title>Woods: Oaks</title><link rel="canonical" href="https://woods.example/oaks.html"></head><body>
        <h3 class="post-title entry-title">Oaks</h3><div class="post-body entry-content" id="post-body-77"><p>They are old.</p></div>
        <div class="comments" id="comments"><ol id="top-ra">
        <li class="comment" id="c501"><div class="comment-block"><div class="comment-header"><cite class="user"><a href="https://hana.example/">Hana</a></cite>
        <span class="datetime secondary-text"><a href="https://woods.example/oaks.html?showComment=1487970000000#c501">24 Feb</a></span></div><p class="comment-content">How old?</p></div>
        <div class="comment-replies"><ol><li class="comment" id="c502"><div class="comment-block"><cite class="user">Ivo</cite><span class="datetime"><a href="?showComment=1487973600000#c502">x</a></span>
        <p class="comment-content">Very.</p></div></li></ol></div></li></ol></div></body></html>
        """;
  }
}
