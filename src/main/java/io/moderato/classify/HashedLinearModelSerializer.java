package io.moderato.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.model.ArtifactSerializer;

/**
 * How a {@link HashedLinearModel} lies in a {@code DoccatModel} file: magic number, features' version, number of labels; for
 * each label its name, scale, bias, knots (margin, log-odds) and corrections of windows; then for each label a plane of one
 * byte for each bucket. Big endian. Files of the first format, which had no corrections, get {@link WindowCorrections#assumed}. The surrounding ZIP deflates the planes, most of whose bytes are 0, and checks them (CRC-32).
 *
 * <p>Public, with a public constructor, because OpenNLP makes it by name.
 */
public final class HashedLinearModelSerializer implements ArtifactSerializer<HashedLinearModel> {
  private static final int FIRST_MAGIC = 0x4d4f4431; // MOD1
  private static final int MAGIC = 0x4d4f4432; // MOD2

  /** For OpenNLP. */
  public HashedLinearModelSerializer() {}

  @Override
  public HashedLinearModel create(InputStream in) throws IOException {
    var data = new DataInputStream(in); // stays open: the ZIP goes on
    int magic = data.readInt();
    if (magic != MAGIC && magic != FIRST_MAGIC) {
      throw new InvalidFormatException("not a hashed linear model");
    }
    int version = data.readInt();
    if (version != CommentFeatures.VERSION) {
      throw new InvalidFormatException(
          "made for version %d of the features, but this program computes version %d"
              .formatted(version, CommentFeatures.VERSION));
    }
    int count = data.readUnsignedByte();
    List<Label> labels = new ArrayList<>();
    List<Calibration> calibrations = new ArrayList<>();
    List<float[]> corrections = new ArrayList<>();
    float[] scales = new float[count];
    float[] biases = new float[count];
    for (int label = 0; label < count; label++) {
      labels.add(label(data.readUTF()));
      scales[label] = data.readFloat();
      biases[label] = data.readFloat();
      calibrations.add(calibration(data));
      if (magic == MAGIC) {
        corrections.add(corrections(data));
      }
    }
    return new HashedLinearModel(
        labels,
        weights(data, count),
        scales,
        biases,
        calibrations,
        magic == MAGIC ? corrections(corrections) : WindowCorrections.assumed(count));
  }

  @Override
  public void serialize(HashedLinearModel model, OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(CommentFeatures.VERSION);
    int count = model.labels().size();
    data.writeByte(count);
    for (int label = 0; label < count; label++) {
      data.writeUTF(model.labels().get(label).name());
      data.writeFloat(model.scale(label));
      data.writeFloat((float) model.bias(label));
      float[] margins = model.calibration(label).margins();
      float[] logOdds = model.calibration(label).logOdds();
      data.writeShort(margins.length);
      for (int knot = 0; knot < margins.length; knot++) {
        data.writeFloat(margins[knot]);
        data.writeFloat(logOdds[knot]);
      }
      for (int size = 0; size < Windows.SIZES.length; size++) {
        data.writeFloat(model.corrections().of(label, size));
      }
    }
    for (int label = 0; label < count; label++) {
      data.write(model.plane(label));
    }
    data.flush();
  }

  private static Label label(String name) throws InvalidFormatException {
    try {
      return Label.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new InvalidFormatException("unknown label " + name, e);
    }
  }

  private static Calibration calibration(DataInputStream data) throws IOException {
    int knots = data.readUnsignedShort();
    float[] margins = new float[knots];
    float[] logOdds = new float[knots];
    for (int knot = 0; knot < knots; knot++) {
      margins[knot] = data.readFloat();
      logOdds[knot] = data.readFloat();
    }
    try {
      return new Calibration(margins, logOdds);
    } catch (IllegalArgumentException e) {
      throw new InvalidFormatException("calibration is no ascending table", e);
    }
  }

  private static float[] corrections(DataInputStream data) throws IOException {
    float[] corrections = new float[Windows.SIZES.length];
    for (int size = 0; size < corrections.length; size++) {
      corrections[size] = data.readFloat();
    }
    return corrections;
  }

  private static WindowCorrections corrections(List<float[]> byLabel) throws IOException {
    try {
      return new WindowCorrections(byLabel);
    } catch (IllegalArgumentException e) {
      throw new InvalidFormatException("corrections of windows are below 0", e);
    }
  }

  private static byte[] weights(DataInputStream data, int count) throws IOException {
    byte[] weights = new byte[HashedLinearModel.bytes(count)];
    byte[] plane = new byte[CommentFeatures.BUCKETS];
    for (int label = 0; label < count; label++) {
      data.readFully(plane);
      for (int bucket = 0; bucket < plane.length; bucket++) {
        weights[bucket * count + label] = plane[bucket];
      }
    }
    return weights;
  }
}
