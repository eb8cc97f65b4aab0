using Curation.Core.Evaluating;
using Curation.Core.Listening;

namespace Curation.Web.Commands;

/// <summary>Files of interactions as commands read them: what is wrong goes to the error stream with file, line and reason.</summary>
internal sealed class InteractionInput(TextWriter errors)
{
    private const int MostTold = 20;

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
            if (file.Extension.Equals(".bin", StringComparison.OrdinalIgnoreCase)) ReadRecords(file, builder);
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

    /// <summary>The matrix of what was read, over all users and items known by now.</summary>
    public ListeningMatrix Build(ListeningMatrixBuilder builder) => builder.Build(Users, 0, Items);

    private void ReadRecords(FileInfo file, ListeningMatrixBuilder builder)
    {
        using var stream = file.OpenRead();
        var (most, mostItems) = InteractionRecords.Read(stream, file.Name, builder, Tell);
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
