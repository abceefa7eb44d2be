package io.moderato.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moderato export}: writes everything of a site into a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes everything of a site, one JSON object a line: its settings (no keys), its",
      "posts, and its comments with what was found of them, what was decided, by whom and",
      "when. 'moderato import' reads it back without loss.",
      ""
    },
    footer = {
      "",
      "The service must be running, and the key needs the scope 'admin'. The file holds",
      "what people wrote, and their addresses where the site keeps them: keep it safe.",
      "",
      "Examples:",
      "  moderato export my-blog.ndjson.gz --site my-blog    compressed, by its name",
      "  moderato export - --site my-blog | head -1          to the terminal"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all is written",
      "1:it broke off; no file is left",
      "2:wrong usage, or it was refused"
    })
public final class ExportCommand implements Callable<Integer> {
  private static final int CHUNK = 1 << 16;
  private static final String END = "{\"kind\":\"end\"";

  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "Where to; '-' for standard output; compressed where it ends with .gz.")
  private String file = "-";

  @Mixin
  private ServiceOptions service = new ServiceOptions();

  /** For picocli. */
  public ExportCommand() {}

  @Override
  public Integer call() {
    try (var in = service.client().open("/export")) {
      return file.equals("-") ? toStandardOutput(in) : toFile(in, Path.of(file));
    } catch (IOException e) {
      return fail("Writing failed: " + e, ExitStatus.UNUSABLE);
    }
  }

  private int toStandardOutput(InputStream in) throws IOException {
    return copied(in, System.out) ? 0 : fail("The export broke off.", ExitStatus.PARTLY);
  }

  /** Written beside its place and moved there when it is whole. */
  private int toFile(InputStream in, Path path) throws IOException {
    var part = path.resolveSibling(path.getFileName() + ".part");
    boolean isWhole;
    try (var plain = new BufferedOutputStream(Files.newOutputStream(part));
        var out = path.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      isWhole = copied(in, out);
    }
    if (!isWhole) {
      Files.delete(part);
      return fail("The export broke off; try again.", ExitStatus.PARTLY);
    }
    Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    spec.commandLine().getErr().println("Written to " + path);
    return 0;
  }

  /** Whether it came to the last line, which says that it is the end. */
  private static boolean copied(InputStream in, OutputStream out) throws IOException {
    var end = "";
    var chunk = new byte[CHUNK];
    for (int read = read(in, chunk); read >= 0; read = read(in, chunk)) {
      out.write(chunk, 0, read);
      end += new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
      end = end.substring(Math.max(0, end.length() - CHUNK));
    }
    out.flush();
    return end.startsWith(END, end.stripTrailing().lastIndexOf('\n') + 1);
  }

  /** Negative at the end, and where the answer breaks off. */
  private static int read(InputStream in, byte[] chunk) {
    try {
      return in.read(chunk);
    } catch (IOException e) {
      return -1;
    }
  }

  private int fail(String why, int status) {
    spec.commandLine().getErr().println(why);
    return status;
  }
}
