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
 * each label its name, scale, bias and knots (margin, log-odds); then for each label a plane of one byte for each bucket. Big
 * endian. The surrounding ZIP deflates the planes, most of whose bytes are 0, and checks them (CRC-32).
 *
 * <p>Public, with a public constructor, because OpenNLP makes it by name.
 */
public final class HashedLinearModelSerializer implements ArtifactSerializer<HashedLinearModel> {
  private static final int MAGIC = 0x4d4f4431; // MOD1

  /** For OpenNLP. */
  public HashedLinearModelSerializer() {}

  @Override
  public HashedLinearModel create(InputStream in) throws IOException {
    var data = new DataInputStream(in); // stays open: the ZIP goes on
    if (data.readInt() != MAGIC) {
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
    float[] scales = new float[count];
    float[] biases = new float[count];
    for (int label = 0; label < count; label++) {
      labels.add(label(data.readUTF()));
      scales[label] = data.readFloat();
      biases[label] = data.readFloat();
      calibrations.add(calibration(data));
    }
    return new HashedLinearModel(labels, weights(data, count), scales, biases, calibrations);
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

  private static byte[] weights(DataInputStream data, int count) throws IOException {
    byte[] weights = new byte[CommentFeatures.BUCKETS * count];
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
