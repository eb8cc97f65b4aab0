using Curation.Core.Evaluating;
using Curation.Core.Listening;

namespace Curation.Web.Commands;

/// <summary>Files of interactions as commands read them: what is wrong goes to the error stream with file, line and reason.</summary>
internal sealed class InteractionInput(TextWriter errors)
{
    private const int MostTold = 20;

    /// <summary>Ids that may be missing for each one that is there, before a file is taken for damaged: rows of vectors are laid out for all of them.</summary>
    private const int MostGaps = 1000;

    private readonly Vocabulary users = new();
    private readonly Vocabulary items = new();
    private int wrong;

    /// <summary>Users seen so far, over all files.</summary>
    public int Users { get; private set; }

    /// <summary>Items seen so far, over all files.</summary>
    public int Items { get; private set; }

    /// <summary>How the first file was laid out; the others are read the same way.</summary>
    public InteractionLayout? Layout { get; private set; }

    /// <summary>Reads a file of text, or of records where the name ends in .bin; null, once it is told, where nothing in it can be used.</summary>
    public ListeningMatrixBuilder? Read(FileInfo file)
    {
        try
        {
            var builder = new ListeningMatrixBuilder();
            if (file.Extension.Equals(".bin", StringComparison.OrdinalIgnoreCase)) ReadRecords(file, builder.Add, Tell);
            else ReadText(file, builder);
            if (wrong > MostTold) errors.WriteLine($"... and {wrong - MostTold} more lines.");
            wrong = 0;
            if (builder.Count > 0) return builder;
            errors.WriteLine($"{file}: there is nothing in it that can be used.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{file}: {failed.Message}");
        }

        return null;
    }

    /// <summary>The matrix of one file; null, once it is told, where nothing in it can be used. Records are read twice rather than held.</summary>
    public ListeningMatrix? ReadMatrix(FileInfo file)
    {
        if (!file.Extension.Equals(".bin", StringComparison.OrdinalIgnoreCase)) return Read(file) is { } builder ? Build(builder) : null;
        try
        {
            var good = 0L;
            ReadRecords(file, (_, _, _) => good++, Tell);
            if (good == 0) errors.WriteLine($"{file}: there is nothing in it that can be used.");
            else if (Math.Max(Users, Items) > MostGaps * (good + MostGaps))
                errors.WriteLine($"{file}: ids run up to {Math.Max(Users, Items) - 1} over {good} records; number users and items from 0, without large gaps.");
            else return Counted(file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{file}: {failed.Message}");
        }

        return null;
    }

    /// <summary>The matrix of what was read, over all users and items known by now.</summary>
    public ListeningMatrix Build(ListeningMatrixBuilder builder) => builder.Build(Users, 0, Items);

    private ListeningMatrix Counted(FileInfo file)
    {
        var counted = new CountedMatrixBuilder();
        ReadRecords(file, counted.Count, _ => { });
        ReadRecords(file, counted.Place, _ => { });
        return counted.Build(Users, 0, Items);
    }

    private void ReadRecords(FileInfo file, Action<int, int, float> take, Action<BadLine> bad)
    {
        using var stream = file.OpenRead();
        var (most, mostItems) = InteractionRecords.Read(stream, file.Name, take, bad);
        (Users, Items) = (Math.Max(Users, most), Math.Max(Items, mostItems));
    }

    private void ReadText(FileInfo file, ListeningMatrixBuilder builder)
    {
        if (Layout is null)
        {
            using var stream = file.OpenRead();
            Layout = InteractionFile.LayoutOf(stream);
        }

        using var lines = file.OpenRead();
        new InteractionFile(users, items).Read(lines, file.Name, Layout.Value, builder, Tell);
        (Users, Items) = (users.Count, items.Count);
    }

    private void Tell(BadLine bad)
    {
        if (++wrong <= MostTold) errors.WriteLine(bad);
    }
}
