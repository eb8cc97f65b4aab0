using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending.Ranking;

namespace Curation.Core.Recommending;

/// <summary>The model's file: magic, format version, length, sections, and SHA-256 over all of it. Little-endian.</summary>
internal static class ModelFile
{
    public const int Version = 2;

    private const int HeaderLength = 20;
    private const byte NotRanked = 0;
    private const byte Fused = 1;
    private const byte ByTrees = 2;

    public static ReadOnlySpan<byte> Magic => "CURATION"u8;

    /// <summary>Writes the model and returns its hash.</summary>
    public static string Write(TrainedModel model, Stream stream)
    {
        using var measure = new SectionWriter(null);
        Sections(model, measure);
        using var writer = new SectionWriter(stream);
        writer.Begin(Magic, Version, measure.Length);
        Sections(model, writer);
        return writer.End();
    }

    private static void Sections(TrainedModel model, SectionWriter writer)
    {
        writer.Section<byte>("OPTS"u8, JsonSerializer.SerializeToUtf8Bytes(model.Options));
        writer.Section<int>("TRKS"u8, Array.ConvertAll(Enumerable.Range(0, model.Tracks.Count).ToArray(), row => model.Tracks[row].Value));
        writer.Section("LSTN"u8, model.Popularity.AllListeners);
        writer.Section("WGHT"u8, model.Popularity.AllWeights);
        writer.Section("PLAY"u8, model.Popularity.AllPlays);
        var (starts, rows, similarities) = model.Neighbours.Lists;
        Links(writer, new(starts, rows, similarities), "NSTA"u8, "NROW"u8, "NSIM"u8);
        Links(writer, model.Ease.Links, "ESTA"u8, "EROW"u8, "EWGT"u8);
        writer.Section<float>("GRAM"u8, model.Factorisation.Gramian.All);
        writer.Section<float>("VECT"u8, model.Factorisation.Vectors.All);
        writer.Section("TIME"u8, model.Times is { } times ? times.All : []);
        var trees = (model.Ranking?.Function as LearnedTrees)?.Trees;
        writer.Section<byte>("RANK"u8, [model.Ranking is null ? NotRanked : trees is null ? Fused : ByTrees]);
        writer.Section("ROOT"u8, trees is null ? [] : trees.Roots);
        writer.Section("NODE"u8, trees is null ? [] : trees.Nodes);
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
            var popularity = new Popularity(tracks, reader.Section<int>("LSTN"u8, tracks.Count), reader.Section<double>("WGHT"u8, tracks.Count), reader.Section<double>("PLAY"u8, tracks.Count));
            var near = Links(reader, tracks.Count, "NSTA"u8, "NROW"u8, "NSIM"u8);
            var neighbours = new Neighbours(tracks, options.Neighbours.Checked(), near.Starts, near.Rows, near.Strengths, popularity);
            var ease = new Ease(tracks, options.Ease.Checked(), Links(reader, tracks.Count, "ESTA"u8, "EROW"u8, "EWGT"u8), popularity, "sparse-ease");
            var factors = options.Factorisation.Checked().Factors;
            var gramian = new DenseMatrix(DenseMatrix.Padded(factors), DenseMatrix.Padded(factors));
            reader.SectionInto("GRAM"u8, gramian.All);
            var vectors = new DenseMatrix(tracks.Count, factors);
            reader.SectionInto("VECT"u8, vectors.All);
            var times = reader.Section<float>("TIME"u8) is { Length: > 0 } values ? new TrackTimes(values) : null;
            return new(tracks, popularity, neighbours, new(tracks, options.Factorisation, vectors, gramian, popularity), ease, times, Ranking(reader, options.Ranking.Checked()));
        }
        catch (Exception wrong) when (wrong is JsonException or ValidationException or EndOfStreamException or InvalidDataException or ArgumentException)
        {
            throw new ModelFileException($"The model file verifies, but its content makes no sense ({wrong.Message}). Train the model again.", wrong);
        }
    }

    private static Func<RankedParts, LearnedRanking>? Ranking(SectionReader reader, RankingOptions options)
    {
        var kind = reader.Section<byte>("RANK"u8, 1)[0];
        var (roots, nodes) = (reader.Section<int>("ROOT"u8), reader.Section<TreeNode>("NODE"u8));
        return kind switch
        {
            NotRanked => null,
            Fused => parts => new(parts, new FusedRanks(parts.Recommenders.Count), options),
            _ => parts => new(parts, new LearnedTrees(new(new RankingFeatures(parts).All.Count, roots, nodes)), options),
        };
    }

    private static void Links(SectionWriter writer, TrackLinks links, ReadOnlySpan<byte> starts, ReadOnlySpan<byte> rows, ReadOnlySpan<byte> strengths)
    {
        writer.Section<int>(starts, links.Starts);
        writer.Section<int>(rows, links.Rows);
        writer.Section<float>(strengths, links.Strengths);
    }

    private static TrackLinks Links(SectionReader reader, int tracks, ReadOnlySpan<byte> starts, ReadOnlySpan<byte> rows, ReadOnlySpan<byte> strengths)
    {
        var first = reader.Section<int>(starts, tracks + 1);
        return new(first, reader.Section<int>(rows, first[^1]), reader.Section<float>(strengths, first[^1]));
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
        if (version is > 0 and < Version)
            throw new ModelFileException($"The model file has format {version} of an earlier version of Curation; this one reads {Version}. Train the model again: all listening is still there.");
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
