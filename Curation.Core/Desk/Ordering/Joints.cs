using System.Collections;
using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;

namespace Curation.Core.Desk.Ordering;

/// <summary>How each row leads into the next, worked out when it is asked for: a page with thousands of rows shows few of them.</summary>
internal sealed class Joints(IReadOnlyList<TrackFacts> rows, bool halfAndDouble) : IReadOnlyList<Transition>
{
    public int Count => Math.Max(0, rows.Count - 1);

    public Transition this[int index] => Transition.Between(rows[index].Features, rows[index + 1].Features, halfAndDouble);

    public IEnumerator<Transition> GetEnumerator() => Enumerable.Range(0, Count).Select(row => this[row]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
