using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The model's file: magic, format version, length, sections, and SHA-256 over all of it. Little-endian.</summary>
internal static class ModelFile
{
    public const int Version = 1;

    private const int HeaderLength = 20;

    public static ReadOnlySpan<byte> Magic => "CURATION"u8;

    /// <summary>Writes the model and returns its hash.</summary>
    public static string Write(TrainedModel model, Stream stream)
    {
        var options = JsonSerializer.SerializeToUtf8Bytes(model.Options);
        var ids = new int[model.Tracks.Count];
        for (var row = 0; row < ids.Length; row++) ids[row] = model.Tracks[row].Value;
        var (starts, rows, similarities) = model.Neighbours.Lists;
        var (vectors, gramian) = (model.Factorisation.Vectors, model.Factorisation.Gramian);

        using var writer = new SectionWriter(stream);
        writer.Begin(Magic, Version, SectionWriter.Length<byte>(options.Length) + (2 * SectionWriter.Length<int>(ids.Length))
            + SectionWriter.Length<double>(ids.Length) + SectionWriter.Length<int>(starts.Length) + SectionWriter.Length<int>(rows.Length)
            + SectionWriter.Length<float>(similarities.Length) + SectionWriter.Length<float>(gramian.All.Length) + SectionWriter.Length<float>(vectors.All.Length));
        writer.Section<byte>("OPTS"u8, options);
        writer.Section<int>("TRKS"u8, ids);
        writer.Section("LSTN"u8, model.Popularity.AllListeners);
        writer.Section("PLAY"u8, model.Popularity.AllPlays);
        writer.Section<int>("NSTA"u8, starts);
        writer.Section<int>("NROW"u8, rows);
        writer.Section<float>("NSIM"u8, similarities);
        writer.Section<float>("GRAM"u8, gramian.All);
        writer.Section<float>("VECT"u8, vectors.All);
        return writer.End();
    }

    public static TrainedModel Read(Stream stream)
    {
        Verify(stream);
        try
        {
            var reader = new SectionReader(stream);
            reader.Skip(HeaderLength);
            var options = JsonSerializer.Deserialize<ModelOptions>(reader.Section<byte>("OPTS"u8))!;
            var tracks = new TrackIndex(Array.ConvertAll(reader.Section<int>("TRKS"u8), id => new TrackId(id)));
            var popularity = new Popularity(tracks, reader.Section<int>("LSTN"u8, tracks.Count), reader.Section<double>("PLAY"u8, tracks.Count));
            var starts = reader.Section<int>("NSTA"u8, tracks.Count + 1);
            var rows = reader.Section<int>("NROW"u8, starts[^1]);
            var similarities = reader.Section<float>("NSIM"u8, starts[^1]);
            var neighbours = new Neighbours(tracks, options.Neighbours.Checked(), starts, rows, similarities, popularity);
            var factors = options.Factorisation.Checked().Factors;
            var gramian = new DenseMatrix(DenseMatrix.Padded(factors), DenseMatrix.Padded(factors));
            reader.SectionInto("GRAM"u8, gramian.All);
            var vectors = new DenseMatrix(tracks.Count, factors);
            reader.SectionInto("VECT"u8, vectors.All);
            return new(tracks, popularity, neighbours, new(tracks, options.Factorisation, vectors, gramian, popularity));
        }
        catch (Exception wrong) when (wrong is JsonException or ValidationException or EndOfStreamException or InvalidDataException)
        {
            throw new ModelFileException($"The model file verifies, but its content makes no sense ({wrong.Message}). Train the model again.", wrong);
        }
    }

    /// <summary>Checks magic, version, length and hash, and returns to the start.</summary>
    private static void Verify(Stream stream)
    {
        if (!stream.CanSeek) throw new ArgumentException("A model is read from a stream that can seek.", nameof(stream));
        var start = stream.Position;
        Span<byte> header = stackalloc byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
            throw new ModelFileException("The model file is empty or cut short. Train the model again or restore the file from a backup.");
        if (!header[..8].SequenceEqual(Magic)) throw new ModelFileException("This is not a model file. Choose a file that training wrote, or train a model.");
        var version = BitConverter.ToInt32(header[8..]);
        if (version > Version)
            throw new ModelFileException($"The model file has format {version}, this version of Curation reads up to {Version}. Update Curation, or train the model again.");
        var length = BitConverter.ToInt64(header[12..]);
        var present = stream.Length - start - HeaderLength - SHA256.HashSizeInBytes;
        if (version < 1 || length != present)
            throw new ModelFileException(
                $"The model file is damaged or cut short: it should hold {length} bytes of content and holds {present}. Train the model again or restore the file from a backup.");
        stream.Position = start;
        if (!SectionReader.HashMatches(stream, HeaderLength + length))
            throw new ModelFileException("The model file does not verify: its content is not what was written. Train the model again or restore the file from a backup.");
        stream.Position = start;
    }
}
