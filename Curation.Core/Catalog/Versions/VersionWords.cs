using System.Collections.Frozen;

namespace Curation.Core.Catalog.Versions;

/// <summary>Words for versions in the languages that catalogues mostly come in, folded as <see cref="TitleFold"/> folds.</summary>
internal static class VersionWords
{
    /// <summary>Single words and pairs of words, by what they say.</summary>
    public static readonly FrozenDictionary<string, VersionKind> Known = Read(new Dictionary<VersionKind, string>
    {
        [VersionKind.Remaster] = "remaster,remastered,remasters,remastering,remasterizado,remasterizada,remasterise,remasterisee,remasterisiert,rimasterizzato,rimasterizzata,remastrad,remastert,remasteroitu,geremasterd,ремастер,ремастеринг,ремастированный,リマスター,리마스터,重制,重製",
        [VersionKind.Stereo] = "stereo,estereo,стерео,ステレオ",
        [VersionKind.Mono] = "mono,monaural,моно,モノラル",
        [VersionKind.Edit] = "edit,edited,radio,radiofassung,radioversion,radioedit,radiomix,clean,censored,short version,single edit,video edit,version corta,version courte,kurzfassung,7 inch",
        [VersionKind.Extended] = "extended,maxi,12 inch,long version,version longue,version larga,version extendida,langfassung,full length,club,verlangerte",
        [VersionKind.Live] = "live,unplugged,en vivo,en directo,ao vivo,dal vivo,en public,en concert,in concert,en concierto,im konzert,konzert,concert,na zywo,zive,nazivo,canli,konsert,session,sessions,живьем,живой,живая,концерт,концертная,ライブ,ライヴ,라이브,现场,現場",
        [VersionKind.Remix] = "remix,remixed,remixes,rmx,mix,dub,rework,reworked,refix,vip,mashup,flip,remezcla,remiks,ремикс,リミックス,리믹스,混音",
        [VersionKind.Acoustic] = "acoustic,acoustique,acustico,acustica,akustik,akustisch,akustische,akustisk,akoestisch,akustycznie,akustyczna,akusticka,stripped,piano version,orchestral,orchestra version,a cappella,acapella,a capella,string quartet,акустика,акустическая,アコースティック,어쿠스틱",
        [VersionKind.Demo] = "demo,demos,outtake,out take,alternate take,alternative take,alternate version,alternative version,rough mix,rehearsal,early version,maqueta,демо,デモ,데모",
        [VersionKind.Instrumental] = "instrumental,instrumentale,instrumentaal,instrumentalna,karaoke,backing track,инструментал,инструментальная,караоке,インストゥルメンタル,インスト,カラオケ,인스트루멘탈,伴奏",
        [VersionKind.Rerecording] = "rerecorded,rerecording,re recorded,re recording,new recording,new version,neuaufnahme,regrabacion,reenregistre,nyinspelning",
        [VersionKind.Translation] = "spanish version,english version,french version,german version,italian version,japanese version,korean version,portuguese version,version espanola,version francaise,version anglaise,deutsche version,versione italiana,en espanol,auf deutsch,en francais",
        [VersionKind.Cover] = "cover,tribute,karaoke version,originally performed,made famous,in the style",
        [VersionKind.Plain] = "album version,lp version,single version,original version,studio version,main version,original mix,album mix,album,original,single,bonus track,bonus,explicit,explicit version,soundtrack,soundtrack version,official audio,official video,audio,deluxe,from the,version original,version album,albumversion,originalversion",
    });

    /// <summary>Words that bring in guests.</summary>
    public static readonly FrozenSet<string> Guests = Set("feat,ft,featuring,with,con,mit,avec,com,med,met,duet,участием,при,f,w");

    /// <summary>Of those, the ones that also do so outside brackets.</summary>
    public static readonly FrozenSet<string> BareGuests = Set("feat,ft,featuring");

    /// <summary>Words that carry no detail.</summary>
    public static readonly FrozenSet<string> Empty = Set("at,in,from,the,on,version,versions,ver,recording,by,de,de la,en,a,an,and,track,digitally,digital,of,la,el,le,von,vom,im,der,die,das,edition,recorded,version,versao,versione,versie,s");

    /// <summary>Words that numbers of parts follow.</summary>
    public static readonly FrozenSet<string> Parts = Set("part,pt,pts,parts,teil,parte,partie,del,osa,vol,volume,chapter,act,movement,no,nr,number,side,часть");

    /// <summary>Words after "live" that show that it speaks of the recording, not of living.</summary>
    public static readonly FrozenSet<string> AfterLive = Set("at,in,from,on,version,session,sessions,recording,acoustic,take,mix,edit,remaster,remastered,video,performance,bonus,demo,a,au,aus,im,en,bei,chez,desde,fra,radio,studio,solo,unplugged,concert,instrumental,and,outtake");

    /// <summary>Titles that many different tracks of one artist bear.</summary>
    public static readonly FrozenSet<string> Generic = Set("intro,outro,interlude,skit,prelude,untitled,hidden track,bonus track,silence,intermezzo,introduction,opening,finale,ending,theme,main theme,overture,reprise,segue,untitled track,unknown,unknown track,medley,jam,applause,intermission,prologue,epilogue,preludio,interludio,interlud,sans titre,ohne titel,sin titulo,zwischenspiel,tuning,band introduction,band introductions,encore,speech,news,station id,jingle");

    private static FrozenDictionary<string, VersionKind> Read(Dictionary<VersionKind, string> words)
    {
        var read = new Dictionary<string, VersionKind>(StringComparer.Ordinal);
        foreach (var (kind, list) in words)
            foreach (var word in list.Split(',')) read.TryAdd(TitleFold.Of(word), kind);
        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Set(string words) => words.Split(',').ToFrozenSet(StringComparer.Ordinal);
}
