using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Curation.Tests.Fixtures;

/// <summary>axe-core within a page: put there once a document, and asked for what is wrong alone. What is right is most of a page, and to write it all down takes longer than to find it.</summary>
internal static class Axe
{
    private const string Ask = """
        async colours => (await axe.run(document, {
          runOnly: colours
            ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
            : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
          resultTypes: ['violations'],
        })).violations.map(found => `${found.id}: ${found.help} at ${found.nodes.slice(0, 3).map(node => node.html).join(', ')}`)
        """;

    private static readonly Lazy<string> Script = new(Read);

    /// <summary>What breaks WCAG 2.2 AA on the page as it is now; or only what its colours break, which is all that another theme can.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page, bool colours)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script.Value);
        return await page.EvaluateAsync<string[]>(Ask, colours);
    }

    private static string Read()
    {
        using var stream = typeof(AxeResultItem).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js") ?? throw new InvalidOperationException("The package of axe-core keeps its script elsewhere by now.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
