//! Counts visits: an address to visit, one that says how many there were, and one that asks another such service.
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};
use tower_http::{compression::CompressionLayer, trace::TraceLayer};

#[derive(Clone)]
struct Visits {
    database: SqlitePool,
    client: reqwest::Client,
}

#[derive(Debug, Serialize, Deserialize, sqlx::FromRow)]
struct Page {
    name: String,
    visits: i64,
    last: chrono::DateTime<chrono::Utc>,
}

async fn visit(State(visits): State<Visits>, Path(name): Path<String>) -> Result<StatusCode, StatusCode> {
    sqlx::query("insert into pages values (?1, 1, ?2) on conflict (name) do update set visits = visits + 1, last = ?2")
        .bind(&name)
        .bind(chrono::Utc::now().to_rfc3339())
        .execute(&visits.database)
        .await
        .map_err(|error| refuse(&error))?;
    Ok(StatusCode::NO_CONTENT)
}

async fn pages(State(visits): State<Visits>) -> Result<Json<Vec<serde_json::Value>>, StatusCode> {
    let rows: Vec<(String, i64, String)> = sqlx::query_as("select name, visits, last from pages order by visits desc")
        .fetch_all(&visits.database)
        .await
        .map_err(|error| refuse(&error))?;
    let page = |(name, visits, last): (String, i64, String)| serde_json::json!({ "name": name, "visits": visits, "last": last });
    Ok(Json(rows.into_iter().map(page).collect()))
}

async fn elsewhere(State(visits): State<Visits>, Path(host): Path<String>) -> Result<Json<Vec<Page>>, StatusCode> {
    let answer = visits.client.get(format!("https://{host}/pages")).send().await.map_err(|error| refuse(&error))?;
    answer.json().await.map(Json).map_err(|error| refuse(&error))
}

fn refuse(error: &dyn std::error::Error) -> StatusCode {
    tracing::warn!(%error);
    StatusCode::BAD_GATEWAY
}

async fn app() -> anyhow::Result<Router> {
    let database = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await?;
    sqlx::query("create table pages (name text primary key, visits integer not null, last text not null)")
        .execute(&database)
        .await?;
    let client = reqwest::Client::builder().use_rustls_tls().build()?;
    let routes = Router::new()
        .route("/visit/{name}", post(visit))
        .route("/pages", get(pages))
        .route("/elsewhere/{host}", get(elsewhere));
    Ok(routes
        .layer(CompressionLayer::new())
        .layer(TraceLayer::new_for_http())
        .with_state(Visits { database, client }))
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt().init();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, certificate, key] = arguments.as_slice() else {
        println!("service {}: ADDRESS CERTIFICATE KEY", env!("CARGO_PKG_VERSION"));
        return Ok(());
    };
    let tls = axum_server::tls_rustls::RustlsConfig::from_pem_file(certificate, key).await?;
    axum_server::bind_rustls(address.parse()?, tls).serve(app().await?.into_make_service()).await?;
    Ok(())
}
