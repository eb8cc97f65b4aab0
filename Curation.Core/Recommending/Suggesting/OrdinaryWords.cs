using System.Collections.Frozen;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Words that people use to say anything at all, singular. One of them alone in a title says nothing about what the need means; as the name of a genre or tag it does.</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string> All = (
        "able add ago agree allow almost alone along already although always answer anybody anyone anything anyway appear apart around arrive ask asked asking away back bad ball base bear beat became become bed " +
        "began begin beginning begun behind believe belong bet better big bit boring boy break bring broke brought build built busy buy call called came care carry case cause certain change changed check child " +
        "choose city class clear close closed come coming cook cooking couple course cover cut daily dark date day deal dear decide deep die different dinner door dream drink drive driving drop early easy eat eating else " +
        "end ended enjoy enough even evening ever every everybody everyone everything exactly eye face fact fall family far fast favourite favorite feel feeling felt few fill find fine finish fit flow focu follow found " +
        "free friend friendly front full fun gave get getting girl give given go goe going gone got group grow guess guest guy half hand happen happy hard hate head hear heard hearing heart heavy held help hey high hit hold " +
        "home hope hour idea imagine important inside instead keep kept kid kitchen knew know known lack last late later laugh lead learn least leave left less lesson let level life light likely line list " +
        "little live living local longer look looking lose loss lost loud love lovely low lunch made mainly make making man matter maybe mean meant meet men middle mind mine minute moment money month morning mostly move moving " +
        "name near nearly neighbour neighbor never new next night nobody none normal note now number obviou occasion often okay old older one open order ordinary outside pace page paper parent park part party pas past pay perfect " +
        "perhap person phone pick picture place plan played player playing please plenty point possible prefer pretty probably problem pull quick quickly quiet quite raise ran rather reach read reading ready real reason remember " +
        "remind rest ride right road room run running said sat save saw say saying says school see seem seen sell send sense set several share short show shower side simple since sing singing sit sitting sleep slow slowly small " +
        "soft somebody someone sometime somewhere soon sort sorry speak spend stand stay step stop story street strong study studying stuff such sudden summer sun sure surprise switch take taken taking talk talking " +
        "tell telling term thank think thinking thought three through time tired today together told tomorrow tonight took top touch toward town travel trip true trust try trying turn turned two type understand unusual usual usually " +
        "wait waiting wake walk walking wall warm watch water weather week weekend well went whatever whenever whether whole wind winter wish woman women wonder word work worked working world worry worse worth write wrong yeah year " +
        "yes yesterday yet young")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the singular word is one of them.</summary>
    public static bool Contains(string word) => All.Contains(word);
}
