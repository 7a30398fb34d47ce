using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:CollationDefinition:nocase", "und-u-ks-level2,und-u-ks-level2,icu,False");

            migrationBuilder.CreateTable(
                name: "adminsessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    browser = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    beganat = table.Column<long>(type: "bigint", nullable: false),
                    seenat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adminsessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "apikeys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false, collation: "nocase"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    begins = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    madeat = table.Column<long>(type: "bigint", nullable: false),
                    madeby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    usedat = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_apikeys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "auditentries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    area = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    what = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    before = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    after = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_auditentries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "categorylabels",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    slugs = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categorylabels", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counters", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "declaredparts",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    filehash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declaredparts", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "doubts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    itemid = table.Column<long>(type: "bigint", nullable: false),
                    storyid = table.Column<long>(type: "bigint", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    distance = table.Column<double>(type: "double precision", nullable: false),
                    issame = table.Column<bool>(type: "boolean", nullable: false),
                    signals = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    why = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_doubts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasedkeys",
                columns: table => new
                {
                    hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasedkeys", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "erasedstories",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasedstories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fingerprints",
                columns: table => new
                {
                    itemid = table.Column<long>(type: "bigint", nullable: false),
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fingerprints", x => x.itemid);
                });

            migrationBuilder.CreateTable(
                name: "habits",
                columns: table => new
                {
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    sign = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    items = table.Column<int>(type: "integer", nullable: false),
                    seenat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_habits", x => new { x.sourceid, x.sign, x.slug });
                });

            migrationBuilder.CreateTable(
                name: "healthevents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sourcetitle = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_healthevents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hosts",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    lastrequestat = table.Column<long>(type: "bigint", nullable: false),
                    requests = table.Column<long>(type: "bigint", nullable: false),
                    notmodified = table.Column<long>(type: "bigint", nullable: false),
                    throttled = table.Column<long>(type: "bigint", nullable: false),
                    bytesreceived = table.Column<long>(type: "bigint", nullable: false),
                    bytessaved = table.Column<long>(type: "bigint", nullable: false),
                    smallestgap = table.Column<long>(type: "bigint", nullable: true),
                    restuntil = table.Column<long>(type: "bigint", nullable: true),
                    restreason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    strikes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hosts", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "hourcounts",
                columns: table => new
                {
                    hour = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hourcounts", x => new { x.hour, x.name });
                });

            migrationBuilder.CreateTable(
                name: "hubrequests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    mode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    baseurl = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    topic = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    topicurl = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    callback = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    callbackhost = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    secret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lease = table.Column<long>(type: "bigint", nullable: false),
                    requestedat = table.Column<long>(type: "bigint", nullable: false),
                    toldchange = table.Column<long>(type: "bigint", nullable: false),
                    tolduntil = table.Column<long>(type: "bigint", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    nexttryat = table.Column<long>(type: "bigint", nullable: false),
                    keyid = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hubrequests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hubsubscribers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    baseurl = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    topic = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    callback = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    callbackhost = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    secret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    leaseuntil = table.Column<long>(type: "bigint", nullable: false),
                    toldchange = table.Column<long>(type: "bigint", nullable: false),
                    tolduntil = table.Column<long>(type: "bigint", nullable: false),
                    dueat = table.Column<long>(type: "bigint", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    keyid = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hubsubscribers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    requestedat = table.Column<long>(type: "bigint", nullable: false),
                    finishedat = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "itemkeys",
                columns: table => new
                {
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<long>(type: "bigint", nullable: false),
                    itemid = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_itemkeys", x => new { x.sourceid, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "joinedstories",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    storyid = table.Column<long>(type: "bigint", nullable: false),
                    leaditemid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joinedstories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "labels",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    issame = table.Column<bool>(type: "boolean", nullable: false),
                    first = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    second = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_labels", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "listings",
                columns: table => new
                {
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    items = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listings", x => x.sourceid);
                });

            migrationBuilder.CreateTable(
                name: "modelversions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    trainedat = table.Column<long>(type: "bigint", nullable: false),
                    examples = table.Column<int>(type: "integer", nullable: false),
                    corrections = table.Column<int>(type: "integer", nullable: false),
                    heldback = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    formerscore = table.Column<double>(type: "double precision", nullable: false),
                    model = table.Column<byte[]>(type: "bytea", nullable: true),
                    inuse = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_modelversions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ownfeeds",
                columns: table => new
                {
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    filter = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    order = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    limit = table.Column<int>(type: "integer", nullable: true),
                    place = table.Column<int>(type: "integer", nullable: false),
                    changedat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ownfeeds", x => x.slug);
                });

            migrationBuilder.CreateTable(
                name: "publisheraliases",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false, collation: "nocase"),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publisheraliases", x => x.word);
                });

            migrationBuilder.CreateTable(
                name: "readership",
                columns: table => new
                {
                    day = table.Column<long>(type: "bigint", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agent = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    readers = table.Column<long>(type: "bigint", nullable: false),
                    stated = table.Column<bool>(type: "boolean", nullable: false),
                    lastat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readership", x => new { x.day, x.path, x.agent });
                });

            migrationBuilder.CreateTable(
                name: "rememberedkeys",
                columns: table => new
                {
                    hash = table.Column<long>(type: "bigint", nullable: false),
                    storyid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rememberedkeys", x => new { x.hash, x.storyid });
                });

            migrationBuilder.CreateTable(
                name: "rememberedstories",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    hiddenat = table.Column<long>(type: "bigint", nullable: true),
                    hiddenreason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rememberedstories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retags",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sourceid = table.Column<long>(type: "bigint", nullable: true),
                    fingerprint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    requestedat = table.Column<long>(type: "bigint", nullable: false),
                    finishedat = table.Column<long>(type: "bigint", nullable: true),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    changed = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<long>(type: "bigint", nullable: true),
                    superseded = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retags", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    host = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    urlkey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    nextpollat = table.Column<long>(type: "bigint", nullable: true),
                    itemcount = table.Column<int>(type: "integer", nullable: false),
                    storycount = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    createdat = table.Column<long>(type: "bigint", nullable: false),
                    changedat = table.Column<long>(type: "bigint", nullable: false),
                    categories = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    folder = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    headers = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    headersurl = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    interval = table.Column<long>(type: "bigint", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    timezone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    furniture = table.Column<byte[]>(type: "bytea", nullable: true),
                    hints = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    feedicon = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    identity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    identitynote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    identitypinned = table.Column<bool>(type: "boolean", nullable: false),
                    feedlanguage = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    link = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    readingnote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    feedrights = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    feedtitle = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bodybytes = table.Column<long>(type: "bigint", nullable: false),
                    bodyhash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    takenurl = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    delay = table.Column<long>(type: "bigint", nullable: true),
                    etag = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    effectiveinterval = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    formerurl = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    intervalwhy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    itemsaday = table.Column<double>(type: "double precision", nullable: true),
                    lastmodified = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lastpollat = table.Column<long>(type: "bigint", nullable: true),
                    lastsuccessat = table.Column<long>(type: "bigint", nullable: true),
                    leaseuntil = table.Column<long>(type: "bigint", nullable: true),
                    lefturl = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    movedat = table.Column<long>(type: "bigint", nullable: true),
                    offeredfeeds = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rhythm = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    statesince = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedpasswords",
                columns: table => new
                {
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    setat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storedpasswords", x => x.role);
                });

            migrationBuilder.CreateTable(
                name: "stories",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    entryid = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    leaditemid = table.Column<long>(type: "bigint", nullable: false),
                    sortat = table.Column<long>(type: "bigint", nullable: false),
                    publishedat = table.Column<long>(type: "bigint", nullable: false),
                    firstseenat = table.Column<long>(type: "bigint", nullable: false),
                    updatedat = table.Column<long>(type: "bigint", nullable: false),
                    changedat = table.Column<long>(type: "bigint", nullable: false),
                    changenumber = table.Column<long>(type: "bigint", nullable: false),
                    language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    hiddenat = table.Column<long>(type: "bigint", nullable: true),
                    hiddenreason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    isdropped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storiesapart",
                columns: table => new
                {
                    storyid = table.Column<long>(type: "bigint", nullable: false),
                    fromid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storiesapart", x => new { x.storyid, x.fromid });
                });

            migrationBuilder.CreateTable(
                name: "storycategories",
                columns: table => new
                {
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sortat = table.Column<long>(type: "bigint", nullable: false),
                    storyid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storycategories", x => new { x.slug, x.sortat, x.storyid });
                });

            migrationBuilder.CreateTable(
                name: "storykeys",
                columns: table => new
                {
                    hash = table.Column<long>(type: "bigint", nullable: false),
                    storyid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storykeys", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "storysources",
                columns: table => new
                {
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    sortat = table.Column<long>(type: "bigint", nullable: false),
                    storyid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storysources", x => new { x.sourceid, x.sortat, x.storyid });
                });

            migrationBuilder.CreateTable(
                name: "importlines",
                columns: table => new
                {
                    importid = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    categories = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    folder = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sourceslug = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_importlines", x => new { x.importid, x.place });
                    table.ForeignKey(
                        name: "fk_importlines_imports_importid",
                        column: x => x.importid,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "declarations",
                columns: table => new
                {
                    urlkey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sourceid = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declarations", x => x.urlkey);
                    table.ForeignKey(
                        name: "fk_declarations_sources_sourceid",
                        column: x => x.sourceid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "polls",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    duration = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    newitems = table.Column<int>(type: "integer", nullable: false),
                    changeditems = table.Column<int>(type: "integer", nullable: false),
                    mergeditems = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_polls", x => x.id);
                    table.ForeignKey(
                        name: "fk_polls_sources_sourceid",
                        column: x => x.sourceid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sourcesentences",
                columns: table => new
                {
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sourcesentences", x => x.sourceid);
                    table.ForeignKey(
                        name: "fk_sourcesentences_sources_sourceid",
                        column: x => x.sourceid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sourceid = table.Column<long>(type: "bigint", nullable: true),
                    hub = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    topic = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    token = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    secret = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    callback = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    askat = table.Column<long>(type: "bigint", nullable: true),
                    askedat = table.Column<long>(type: "bigint", nullable: true),
                    leaseuntil = table.Column<long>(type: "bigint", nullable: true),
                    pushescome = table.Column<bool>(type: "boolean", nullable: false),
                    lastpushat = table.Column<long>(type: "bigint", nullable: true),
                    pushes = table.Column<int>(type: "integer", nullable: false),
                    pusheditems = table.Column<int>(type: "integer", nullable: false),
                    refusedpushes = table.Column<int>(type: "integer", nullable: false),
                    refusal = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_subscriptions_sources_sourceid",
                        column: x => x.sourceid,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sourceid = table.Column<long>(type: "bigint", nullable: false),
                    storyid = table.Column<long>(type: "bigint", nullable: false),
                    guid = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    canonicalurl = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    authors = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    publishedat = table.Column<long>(type: "bigint", nullable: true),
                    dateguessed = table.Column<bool>(type: "boolean", nullable: false),
                    updatedat = table.Column<long>(type: "bigint", nullable: true),
                    firstseenat = table.Column<long>(type: "bigint", nullable: false),
                    sortat = table.Column<long>(type: "bigint", nullable: false),
                    arrivedat = table.Column<long>(type: "bigint", nullable: true),
                    changedat = table.Column<long>(type: "bigint", nullable: false),
                    publishercategories = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    summaryhtml = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    baseurl = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contenthtml = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    origin = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    image = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    imagewidth = table.Column<int>(type: "integer", nullable: true),
                    imageheight = table.Column<int>(type: "integer", nullable: true),
                    enclosures = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    tags = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    categorylabelid = table.Column<long>(type: "bigint", nullable: true),
                    dropped = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contenthash = table.Column<long>(type: "bigint", nullable: false),
                    texthash = table.Column<long>(type: "bigint", nullable: false),
                    textlength = table.Column<int>(type: "integer", nullable: false),
                    ownsite = table.Column<bool>(type: "boolean", nullable: false),
                    why = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    score = table.Column<double>(type: "double precision", nullable: true),
                    signals = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_items_sources_sourceid",
                        column: x => x.sourceid,
                        principalTable: "sources",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_items_stories_storyid",
                        column: x => x.storyid,
                        principalTable: "stories",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_apikeys_hash",
                table: "apikeys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_apikeys_name",
                table: "apikeys",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_auditentries_area_id",
                table: "auditentries",
                columns: new[] { "area", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_auditentries_at",
                table: "auditentries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_sourceid",
                table: "declarations",
                column: "sourceid");

            migrationBuilder.CreateIndex(
                name: "ix_doubts_distance",
                table: "doubts",
                column: "distance");

            migrationBuilder.CreateIndex(
                name: "ix_doubts_itemid",
                table: "doubts",
                column: "itemid");

            migrationBuilder.CreateIndex(
                name: "ix_doubts_storyid",
                table: "doubts",
                column: "storyid");

            migrationBuilder.CreateIndex(
                name: "ix_healthevents_at",
                table: "healthevents",
                column: "at",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hubrequests_baseurl_topic_callback",
                table: "hubrequests",
                columns: new[] { "baseurl", "topic", "callback" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hubrequests_nexttryat",
                table: "hubrequests",
                column: "nexttryat");

            migrationBuilder.CreateIndex(
                name: "ix_hubsubscribers_baseurl_topic_callback",
                table: "hubsubscribers",
                columns: new[] { "baseurl", "topic", "callback" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hubsubscribers_dueat",
                table: "hubsubscribers",
                column: "dueat");

            migrationBuilder.CreateIndex(
                name: "ix_items_categorylabelid",
                table: "items",
                column: "categorylabelid",
                filter: "CategoryLabelId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_items_corrected",
                table: "items",
                column: "storyid",
                filter: "CategoryLabelId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_items_dropped_sortat",
                table: "items",
                columns: new[] { "dropped", "sortat" },
                filter: "Dropped IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_items_merged",
                table: "items",
                column: "id",
                filter: "Score IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_items_sortat_id",
                table: "items",
                columns: new[] { "sortat", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_items_sourceid_sortat_id",
                table: "items",
                columns: new[] { "sourceid", "sortat", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_items_storyid",
                table: "items",
                column: "storyid");

            migrationBuilder.CreateIndex(
                name: "ix_joinedstories_storyid",
                table: "joinedstories",
                column: "storyid");

            migrationBuilder.CreateIndex(
                name: "ix_polls_at",
                table: "polls",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_polls_sourceid_at",
                table: "polls",
                columns: new[] { "sourceid", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_rememberedkeys_storyid",
                table: "rememberedkeys",
                column: "storyid");

            migrationBuilder.CreateIndex(
                name: "ix_retags_finishedat",
                table: "retags",
                column: "finishedat");

            migrationBuilder.CreateIndex(
                name: "ix_sources_host",
                table: "sources",
                column: "host");

            migrationBuilder.CreateIndex(
                name: "ix_sources_nextpollat",
                table: "sources",
                column: "nextpollat");

            migrationBuilder.CreateIndex(
                name: "ix_sources_slug",
                table: "sources",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sources_urlkey",
                table: "sources",
                column: "urlkey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stories_entryid",
                table: "stories",
                column: "entryid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stories_firstseenat",
                table: "stories",
                column: "firstseenat");

            migrationBuilder.CreateIndex(
                name: "ix_stories_hiddenat",
                table: "stories",
                column: "hiddenat",
                filter: "HiddenAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_stories_isdropped",
                table: "stories",
                column: "isdropped",
                filter: "IsDropped");

            migrationBuilder.CreateIndex(
                name: "ix_stories_language_sortat_id",
                table: "stories",
                columns: new[] { "language", "sortat", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_publishedat_id",
                table: "stories",
                columns: new[] { "publishedat", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_sortat_id",
                table: "stories",
                columns: new[] { "sortat", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_storiesapart_fromid",
                table: "storiesapart",
                column: "fromid");

            migrationBuilder.CreateIndex(
                name: "ix_storycategories_storyid",
                table: "storycategories",
                column: "storyid");

            migrationBuilder.CreateIndex(
                name: "ix_storykeys_storyid",
                table: "storykeys",
                column: "storyid");

            migrationBuilder.CreateIndex(
                name: "ix_storysources_storyid_sourceid",
                table: "storysources",
                columns: new[] { "storyid", "sourceid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_askat",
                table: "subscriptions",
                column: "askat");

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_sourceid",
                table: "subscriptions",
                column: "sourceid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_token",
                table: "subscriptions",
                column: "token",
                unique: true);

            migrationBuilder.Sql(PostgresSchema.Functions);
            migrationBuilder.Sql(PostgresSchema.Search);
            migrationBuilder.Sql(PostgresSchema.Numbers);
            migrationBuilder.Sql(PostgresSchema.LargeValues);
            migrationBuilder.Sql(PostgresSchema.Files);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adminsessions");

            migrationBuilder.DropTable(
                name: "apikeys");

            migrationBuilder.DropTable(
                name: "auditentries");

            migrationBuilder.DropTable(
                name: "categorylabels");

            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "declarations");

            migrationBuilder.DropTable(
                name: "declaredparts");

            migrationBuilder.DropTable(
                name: "doubts");

            migrationBuilder.DropTable(
                name: "erasedkeys");

            migrationBuilder.DropTable(
                name: "erasedstories");

            migrationBuilder.DropTable(
                name: "fingerprints");

            migrationBuilder.DropTable(
                name: "habits");

            migrationBuilder.DropTable(
                name: "healthevents");

            migrationBuilder.DropTable(
                name: "hosts");

            migrationBuilder.DropTable(
                name: "hourcounts");

            migrationBuilder.DropTable(
                name: "hubrequests");

            migrationBuilder.DropTable(
                name: "hubsubscribers");

            migrationBuilder.DropTable(
                name: "importlines");

            migrationBuilder.DropTable(
                name: "itemkeys");

            migrationBuilder.DropTable(
                name: "items");

            migrationBuilder.DropTable(
                name: "joinedstories");

            migrationBuilder.DropTable(
                name: "labels");

            migrationBuilder.DropTable(
                name: "listings");

            migrationBuilder.DropTable(
                name: "modelversions");

            migrationBuilder.DropTable(
                name: "ownfeeds");

            migrationBuilder.DropTable(
                name: "polls");

            migrationBuilder.DropTable(
                name: "publisheraliases");

            migrationBuilder.DropTable(
                name: "readership");

            migrationBuilder.DropTable(
                name: "rememberedkeys");

            migrationBuilder.DropTable(
                name: "rememberedstories");

            migrationBuilder.DropTable(
                name: "retags");

            migrationBuilder.DropTable(
                name: "sourcesentences");

            migrationBuilder.DropTable(
                name: "storedpasswords");

            migrationBuilder.DropTable(
                name: "storiesapart");

            migrationBuilder.DropTable(
                name: "storycategories");

            migrationBuilder.DropTable(
                name: "storykeys");

            migrationBuilder.DropTable(
                name: "storysources");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "stories");

            migrationBuilder.DropTable(
                name: "sources");
        }
    }
}
