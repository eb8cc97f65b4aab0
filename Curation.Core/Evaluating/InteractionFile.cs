using System.Globalization;
using Curation.Core.Listening;

namespace Curation.Core.Evaluating;

/// <summary>How the lines of a file are laid out.</summary>
public enum InteractionLayout
{
    /// <summary>A user, an item and perhaps a weight.</summary>
    Pairs,

    /// <summary>A user and any number of items.</summary>
    Lists,
}

/// <summary>Reads interactions from text: pairs or adjacency lists, separated by blanks, tabs, commas, semicolons or bars, with # comments; ids are numbers or words.</summary>
public sealed class InteractionFile
{
    private const string Separators = " \t,;|";

    private readonly Vocabulary users;
    private readonly Vocabulary items;

    /// <summary>A reader that shares its ids with others, so that a training and a test file speak of the same users and items.</summary>
    public InteractionFile(Vocabulary users, Vocabulary items)
    {
        this.users = users;
        this.items = items;
    }

    /// <summary>Lines with nothing wrong, comments and empty lines aside.</summary>
    public long Good { get; private set; }

    /// <summary>Lines that could not be used.</summary>
    public long Bad { get; private set; }

    /// <summary>Pairs where every line has two or every line has three fields; lists otherwise.</summary>
    public static InteractionLayout LayoutOf(Stream stream)
    {
        var lines = new LineReader(stream);
        var first = 0;
        while (lines.Next())
        {
            var fields = Fields(Content(lines.Line));
            if (fields == 0) continue;
            if (first == 0) first = fields;
            if (fields != first || fields is < 2 or > 3) return InteractionLayout.Lists;
        }

        return InteractionLayout.Pairs;
    }

    /// <summary>Adds all good lines to <paramref name="into"/> and tells of each bad one. A first line of three words without a digit is taken for a header.</summary>
    public void Read(Stream stream, string name, InteractionLayout layout, ListeningMatrixBuilder into, Action<BadLine> bad)
    {
        var lines = new LineReader(stream);
        while (lines.Next())
        {
            var content = Content(lines.Line);
            if (lines.Problem is null && content.IsEmpty) continue;
            if (Good + Bad == 0 && layout == InteractionLayout.Pairs && IsHeader(content)) continue;
            var problem = lines.Problem ?? (layout == InteractionLayout.Pairs ? AddPair(content, into) : AddList(content, into));
            if (problem is null)
            {
                Good++;
            }
            else
            {
                Bad++;
                bad(new(name, lines.Number, problem));
            }
        }
    }

    private static bool IsHeader(ReadOnlySpan<char> content) => Fields(content) == 3 && !content.ContainsAnyInRange('0', '9');

    private string? AddPair(ReadOnlySpan<char> content, ListeningMatrixBuilder into)
    {
        var rest = content;
        var user = NextField(ref rest);
        var item = NextField(ref rest);
        if (item.IsEmpty) return "there is a user but no item";
        var weight = 1f;
        var third = NextField(ref rest);
        if (!third.IsEmpty && !float.TryParse(third, NumberStyles.Float, CultureInfo.InvariantCulture, out weight)) return $"the weight \"{Shortened(third)}\" is not a number";
        if (!float.IsFinite(weight) || weight <= 0) return $"the weight {Shortened(third)} must be above 0 and finite";
        if (!NextField(ref rest).IsEmpty) return "there are more than three fields";
        into.Add(users.NumberOf(user), items.NumberOf(item), weight);
        return null;
    }

    private string? AddList(ReadOnlySpan<char> content, ListeningMatrixBuilder into)
    {
        var rest = content;
        var user = users.NumberOf(NextField(ref rest));
        for (var item = NextField(ref rest); !item.IsEmpty; item = NextField(ref rest)) into.Add(user, items.NumberOf(item), 1);
        return null;
    }

    private static ReadOnlySpan<char> Content(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        return (comment < 0 ? line : line[..comment]).Trim(Separators);
    }

    private static int Fields(ReadOnlySpan<char> content)
    {
        var count = 0;
        while (!NextField(ref content).IsEmpty) count++;
        return count;
    }

    /// <summary>Takes the next field off the front; "::" separates too, a single colon is part of an id.</summary>
    private static ReadOnlySpan<char> NextField(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(Separators);
        var stop = rest.IndexOfAny(Separators);
        var field = stop < 0 ? rest : rest[..stop];
        var colons = field.IndexOf("::");
        if (colons >= 0)
        {
            rest = rest[(colons + 2)..];
            return field[..colons];
        }

        rest = stop < 0 ? [] : rest[stop..];
        return field;
    }

    private static string Shortened(ReadOnlySpan<char> field) => field.Length <= 40 ? field.ToString() : string.Concat(field[..40], "...");
}
