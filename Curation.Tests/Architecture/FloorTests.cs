using System.Reflection;
using Curation.Core.Catalog;
using Curation.Web;
using NetArchTest.Rules;
using Xunit;

namespace Curation.Tests.Architecture;

public sealed class FloorTests
{
    private const string Core = "Curation.Core.";

    private static readonly string[][] Floors =
    [
        ["Numerics", "Catalog"],
        ["Listening", "Playlists", "Matching"],
        ["Recommending", "Auditing", "Importing"],
        ["Blending", "Evaluating", "Publishing", "Presenting"],
        ["Simulating"],
        ["Storage"],
        ["Desk"],
    ];

    private static readonly string[] Pages = ["Playlists", "Search", "Reviews", "Editions", "Catalog", "Admin", "Home", "Layout", "Shared", "Hearing", "Versions", "Everywhere", "Clocks", "Laboratory", "Assessments", "Reporting", "Impact", "Advice"];

    public static TheoryData<string, string[]> Folders
    {
        get
        {
            var data = new TheoryData<string, string[]>();
            foreach (var (floor, folders) in Floors.Index())
                foreach (var folder in folders)
                    data.Add(folder, [.. Floors.Skip(floor).SelectMany(above => above).Where(other => other != folder).Select(other => Core + other)]);
            return data;
        }
    }

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_sees_only_lower_floors(string folder, string[] hidden) =>
        Holds(Types.InAssembly(typeof(Track).Assembly).That().ResideInNamespaceMatching($"^Curation\\.Core\\.{folder}(\\.|$)").ShouldNot().HaveDependencyOnAny(hidden).GetResult());

    /// <summary>A rule over no types would hold whatever the code does.</summary>
    [Fact]
    public void Every_folder_that_a_rule_names_holds_types()
    {
        var core = Floors.SelectMany(folders => folders).Select(folder => (typeof(Track).Assembly, Core + folder));
        var web = Pages.Concat(["Hosting", "Account", "Commands"]).Select(folder => (typeof(App).Assembly, "Curation.Web." + folder));
        Assert.All(core.Concat(web), named => Assert.Contains(named.Item1.GetTypes(), type => type.Namespace == named.Item2 || type.Namespace?.StartsWith(named.Item2 + ".", StringComparison.Ordinal) == true));
    }

    [Fact]
    public void Every_folder_of_Core_stands_on_a_floor()
    {
        var known = Floors.SelectMany(folders => folders).ToHashSet(StringComparer.Ordinal);
        var unknown = typeof(Track).Assembly.GetTypes().Select(type => type.Namespace).OfType<string>().Where(name => name.StartsWith(Core, StringComparison.Ordinal))
            .Select(name => name[Core.Length..].Split('.')[0]).Where(folder => !known.Contains(folder)).Distinct();
        Assert.Empty(unknown);
    }

    [Fact]
    public void Only_Storage_and_the_desk_know_the_database_layer() =>
        Holds(Types.InAssembly(typeof(Track).Assembly).That().ResideInNamespaceMatching($"^Curation\\.Core\\.({string.Join('|', Floors.SelectMany(folders => folders).Except(["Storage", "Desk"]))})(\\.|$)")
            .ShouldNot().HaveDependencyOnAny("Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite").GetResult());

    [Fact]
    public void Pages_do_not_see_the_store() =>
        Holds(Types.InAssembly(typeof(App).Assembly).That().ResideInNamespaceMatching($"^Curation\\.Web\\.({string.Join('|', Pages)})(\\.|$)")
            .ShouldNot().HaveDependencyOnAny("Curation.Core.Storage", "Microsoft.EntityFrameworkCore").GetResult());

    [Fact]
    public void The_web_sees_of_the_store_only_what_wires_it_and_who_signs_in() =>
        Holds(Types.InAssembly(typeof(App).Assembly).That().DoNotResideInNamespaceMatching("^Curation\\.Web\\.(Hosting|Account|Commands)(\\.|$)")
            .ShouldNot().HaveDependencyOn("Curation.Core.Storage").GetResult());

    [Fact]
    public void No_type_is_called_a_manager_a_helper_or_a_util()
    {
        var bad = ((Assembly[])[typeof(Track).Assembly, typeof(App).Assembly]).SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("Curation.", StringComparison.Ordinal) == true).Select(type => type.Name)
            .Where(name => name.EndsWith("Manager", StringComparison.Ordinal) || name.EndsWith("Helper", StringComparison.Ordinal) || name.EndsWith("Helpers", StringComparison.Ordinal)
                || name.EndsWith("Util", StringComparison.Ordinal) || name.EndsWith("Utils", StringComparison.Ordinal));
        Assert.Empty(bad);
    }

    private static void Holds(NetArchTest.Rules.TestResult result) => Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypes?.Select(type => type.FullName) ?? []));
}
